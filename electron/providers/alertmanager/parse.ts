import {
  sameOrNew,
  type Alert,
  type Sighting,
  type Sightings,
  type Suppression,
} from "../../../shared/incident/alert.ts";
import type { SourceFailure } from "../../../shared/incident/answer.ts";
import { ok, type Result } from "../../../shared/result.ts";
import { fromIso, type Instant } from "../../../shared/time/instant.ts";
import { isTextMap, linksOf, runbookOf, titleOf, type TextMap } from "../../../shared/incident/alert-text.ts";
import { sameJson } from "../../../shared/wire.ts";
import { malformed } from "../reach/json.ts";

/*
 * The list at /api/v2/alerts (github.com/prometheus/alertmanager, api/v2/openapi.yaml: gettableAlerts). Ten thousand
 * alerts come at once, so the guards are by hand, and an alert that nobody has sent again since the answer before is the
 * same object as then: its labels make its fingerprint, and who sends anything else anew renews `updatedAt`.
 */

/** What one peer answered. */
export type PeerAlerts = {
  readonly peer: string;
  /** By fingerprint. */
  readonly alerts: Sightings;
  readonly unparsed: number;
  /** Ids of the silences that hold any of the alerts. */
  readonly silences: ReadonlySet<string>;
};

type RawAlert = {
  readonly fingerprint: string;
  readonly startsAt: string;
  readonly updatedAt: string;
  readonly status: RawStatus;
  readonly labels: TextMap;
  readonly annotations: TextMap;
  readonly generatorURL?: unknown;
};

type RawStatus = {
  readonly state: "unprocessed" | "active" | "suppressed";
  readonly silencedBy: readonly string[];
  readonly inhibitedBy: readonly string[];
  /** Mute time intervals; absent before 0.28. */
  readonly mutedBy?: readonly string[];
};

/** Reads what `peer` answered. Items that do not validate are counted; a thing that is not a list is malformed. */
export function parseAlerts(list: unknown, peer: string, before?: PeerAlerts): Result<PeerAlerts, SourceFailure> {
  if (!Array.isArray(list)) return malformed(`body: found ${typeName(list)}, expected a list of alerts`);
  const read = sightingReader(peer, before);
  return ok(
    gathered(
      peer,
      list.map((item: unknown) => ({ sighting: read.item(item) })),
    ),
  );
}

/** What one peer answered, of what each item of its list says. */
export function gathered(peer: string, items: readonly { readonly sighting: Sighting | undefined }[]): PeerAlerts {
  const alerts = new Map<string, Sighting>();
  const silences = new Set<string>();
  let unparsed = 0;
  for (const { sighting } of items) {
    if (sighting) alerts.set(sighting.alert.key, sighting);
    else unparsed += 1;
    if (sighting?.suppression?.by === "silence") for (const id of sighting.suppression.ids) silences.add(id);
  }
  return { peer, alerts, unparsed, silences };
}

/** Reads the items of one list of a peer. */
export type SightingReader = {
  /** Undefined for what is no alert. */
  readonly item: (item: unknown) => Sighting | undefined;
  readonly instant: (iso: string) => Instant | undefined;
  /** The same, renewed since. */
  readonly again: (sighting: Sighting, seenAt: Instant) => Sighting;
};

export function sightingReader(peer: string, before?: PeerAlerts): SightingReader {
  const seenBy = [peer];
  const reader: Reader = { seenBy, at: instantReader(), before: before?.alerts ?? new Map() };
  return {
    item: (item) => (isRawAlert(item) ? readSighting(item, reader) : undefined),
    instant: reader.at,
    again: ({ alert, suppression }, seenAt) => seen(alert, { seenAt, seenBy, suppression }),
  };
}

/** What the items of one list have in common. */
type Reader = {
  readonly seenBy: readonly string[];
  readonly at: (iso: string) => Instant | undefined;
  readonly before: Sightings;
};

/** Alerts come in groups that started together or were sent together: most instants are read once for many. */
function instantReader(): Reader["at"] {
  const instants = new Map<string, Instant>();
  return (iso) => {
    const known = instants.get(iso);
    if (known !== undefined) return known;
    const read = fromIso(iso);
    if (read !== undefined) instants.set(iso, read);
    return read;
  };
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function isRawAlert(item: unknown): item is RawAlert {
  if (typeof item !== "object" || item === null) return false;
  const { fingerprint, startsAt, updatedAt, status, labels, annotations } = item as Partial<
    Record<keyof RawAlert, unknown>
  >;
  return (
    typeof fingerprint === "string" &&
    fingerprint !== "" &&
    typeof startsAt === "string" &&
    typeof updatedAt === "string" &&
    isRawStatus(status) &&
    isTextMap(labels) &&
    isTextMap(annotations)
  );
}

function isRawStatus(value: unknown): value is RawStatus {
  if (typeof value !== "object" || value === null) return false;
  const { state, silencedBy, inhibitedBy, mutedBy = none } = value as Partial<Record<keyof RawStatus, unknown>>;
  return (
    (state === "active" || state === "suppressed" || state === "unprocessed") &&
    isTextList(silencedBy) &&
    isTextList(inhibitedBy) &&
    isTextList(mutedBy)
  );
}

const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && (value.length === 0 || value.every((item) => typeof item === "string"));

function readSighting(item: RawAlert, { seenBy, at, before }: Reader): Sighting | undefined {
  const startedAt = at(item.startsAt);
  const seenAt = at(item.updatedAt);
  if (startedAt === undefined || seenAt === undefined) return undefined;
  const suppression = suppressionOf(item.status);
  const known = before.get(item.fingerprint);
  if (known?.seenAt === seenAt && known.alert.startedAt === startedAt && sameJson(known.suppression, suppression)) {
    return known;
  }
  const said = readAlert(item, startedAt, known?.alert);
  const alert = known ? sameOrNew(known.alert, said) : said;
  return seen(alert, { seenAt, seenBy, suppression });
}

type Seen = Pick<Sighting, "seenAt" | "seenBy"> & { readonly suppression: Suppression | undefined };

/** In one form or the other, which takes half the time of an optional part spread into it. */
const seen = (alert: Alert, { seenAt, seenBy, suppression }: Seen): Sighting =>
  suppression ? { alert, seenAt, seenBy, suppression } : { alert, seenAt, seenBy };

function readAlert(item: RawAlert, startedAt: Instant, known: Alert | undefined): Alert {
  const { annotations } = item;
  const { key, labels, severity } = known ?? identityOf(item);
  const title = titleOf(labels, annotations) ?? key;
  const links = linksOf(item.generatorURL, annotations, known?.links);
  const page = annotations["runbook_url"];
  const runbook = page !== undefined && page === known?.runbook ? page : runbookOf(annotations);
  // In one form or the other, as above.
  return runbook === undefined
    ? { key, title, severity, labels, links, startedAt }
    : { key, title, severity, labels, links, runbook, startedAt };
}

/** What the labels say, and therefore the fingerprint. */
const identityOf = ({ fingerprint, labels }: RawAlert): Pick<Alert, "key" | "labels" | "severity"> => ({
  key: fingerprint,
  labels,
  severity: labels["severity"]?.toLowerCase() ?? "",
});

/** A person's silence says more than a rule's inhibition, and that more than a time of day. */
function suppressionOf({ state, silencedBy, inhibitedBy, mutedBy = none }: RawStatus): Suppression | undefined {
  if (state !== "suppressed") return undefined;
  if (silencedBy.length > 0) return { by: "silence", ids: silencedBy };
  return inhibitedBy.length > 0 ? { by: "inhibition", ids: inhibitedBy } : { by: "mute-time", ids: mutedBy };
}

const none: readonly string[] = [];
