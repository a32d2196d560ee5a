import type { SourceAlert, SourceFailure } from "../../../shared/incident/answer.ts";
import type { Suppression } from "../../../shared/incident/incident.ts";
import { ok, type Result } from "../../../shared/result.ts";
import { fromIso, type Instant } from "../../../shared/time/instant.ts";
import { isTextMap, linksOf, runbookOf, titleOf, type TextMap } from "../../../shared/incident/alert-text.ts";
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
  readonly alerts: ReadonlyMap<string, SourceAlert>;
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
  const reader: Reader = { seenBy: [peer], at: instantReader(), before: before?.alerts ?? new Map() };
  const alerts = new Map<string, SourceAlert>();
  const silences = new Set<string>();
  let unparsed = 0;
  for (const item of list as readonly unknown[]) {
    const alert = isRawAlert(item) ? readAlert(item, reader) : undefined;
    if (alert) alerts.set(alert.key, alert);
    else unparsed += 1;
    if (alert?.suppression?.by === "silence") for (const id of alert.suppression.ids) silences.add(id);
  }
  return ok({ peer, alerts, unparsed, silences });
}

/** What the items of one list have in common. */
type Reader = {
  readonly seenBy: readonly string[];
  readonly at: (iso: string) => Instant | undefined;
  readonly before: ReadonlyMap<string, SourceAlert>;
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

function readAlert(item: RawAlert, { seenBy, at, before }: Reader): SourceAlert | undefined {
  const { annotations } = item;
  const startedAt = at(item.startsAt);
  const seenAt = at(item.updatedAt);
  if (startedAt === undefined || seenAt === undefined) return undefined;
  const suppression = suppressionOf(item.status);
  const known = before.get(item.fingerprint);
  if (known?.seenAt === seenAt && known.startedAt === startedAt && sameSuppression(known.suppression, suppression)) {
    return known;
  }
  const { key, labels, severity } = known ?? identityOf(item);
  // Built in one form and completed afterwards, which takes half the time of optional parts spread into it.
  const alert: { -readonly [K in keyof SourceAlert]: SourceAlert[K] } = {
    key,
    title: titleOf(labels, annotations) ?? key,
    severity,
    labels,
    links: linksOf(item.generatorURL, annotations, known?.links),
    startedAt,
    seenAt,
    seenBy,
  };
  const said = annotations["runbook_url"];
  const runbook = said !== undefined && said === known?.runbook ? said : runbookOf(annotations);
  if (runbook !== undefined) alert.runbook = runbook;
  if (suppression) alert.suppression = suppression;
  return alert;
}

/** What the labels say, and therefore the fingerprint. */
const identityOf = ({ fingerprint, labels }: RawAlert): Pick<SourceAlert, "key" | "labels" | "severity"> => ({
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

const sameSuppression = (a: Suppression | undefined, b: Suppression | undefined): boolean =>
  a === b ||
  (a?.by === b?.by && a?.ids.length === b?.ids.length && a?.ids.every((id, index) => id === b?.ids[index]) === true);
