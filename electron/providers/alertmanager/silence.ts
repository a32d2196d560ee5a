import type { Labels, Sighting } from "../../../shared/incident/alert.ts";
import { fromIso, type Instant } from "../../../shared/time/instant.ts";

/** A silence as /api/v2/silence/{id} shows it (openapi.yaml: gettableSilence). */
export type Silence = {
  readonly id: string;
  readonly author: string;
  readonly comment: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly state: "active" | "pending" | "expired";
  readonly matchers: readonly Matcher[];
};

export type Matcher = {
  readonly name: string;
  readonly value: string;
  readonly isRegex: boolean;
  readonly isEqual: boolean;
};

/** Ends the comment of each silence that is an acknowledgement, so that every Baton knows the others' for what they are. */
const acknowledgementMark = "(acknowledged with Baton)";

export const markedComment = (comment: string): string =>
  comment === "" ? acknowledgementMark : `${comment} ${acknowledgementMark}`;

/** Made by a Baton, and for exactly this alert: a silence that also holds its neighbours acknowledges none of those. */
export const acknowledges = (silence: Silence, labels: Labels): boolean =>
  silence.comment.endsWith(acknowledgementMark) && isExactlyFor(silence, labels);

/** Says of a silenced alert who did it and until when, as far as that is known; an acknowledgement is no suppression. */
export function describeSilence(sighting: Sighting, get: (id: string) => Silence | undefined): Sighting {
  if (sighting.suppression?.by !== "silence") return sighting;
  const { suppression, ...rest } = sighting;
  const silences = suppression.ids.map(get).filter((silence) => silence !== undefined);
  const acknowledgement = lastToEnd(silences.filter((silence) => acknowledges(silence, sighting.alert.labels)));
  if (acknowledgement) {
    const { author: by, id: handle, until } = acknowledgement;
    return { ...rest, acknowledgement: { by, handle, until } };
  }
  const silence = lastToEnd(silences);
  if (!silence) return sighting;
  const { author, comment, until } = silence;
  return { ...rest, suppression: { ...suppression, author, comment, until } };
}

const lastToEnd = (silences: readonly Silence[]): Silence | undefined =>
  silences.reduce<Silence | undefined>((last, next) => (last && last.until >= next.until ? last : next), undefined);

/**
 * Matchers that hold the alert with these labels. Those of `others` that have all of these labels and more would be held
 * too, so each such label is required to be absent: to Alertmanager an absent label is an empty one.
 */
export function matchersFor(labels: Labels, others: Iterable<Sighting>): readonly Matcher[] {
  const pairs = Object.entries(labels);
  const absent = new Set<string>();
  for (const { alert: other } of others) {
    const names = Object.keys(other.labels);
    if (names.length <= pairs.length || !pairs.every(([name, value]) => other.labels[name] === value)) continue;
    for (const name of names) if (!Object.hasOwn(labels, name)) absent.add(name);
  }
  return [...pairs, ...[...absent].map((name) => [name, ""] as const)].map(([name, value]) => ({
    name,
    value,
    isRegex: false,
    isEqual: true,
  }));
}

function isExactlyFor({ matchers }: Silence, labels: Labels): boolean {
  const required = matchers.filter((matcher) => matcher.value !== "");
  return (
    required.length === Object.keys(labels).length &&
    matchers.every(({ name, value, isRegex, isEqual }) => {
      const label = Object.hasOwn(labels, name) ? labels[name] : "";
      return isEqual && !isRegex && label === value;
    })
  );
}

/** Reads one silence; `undefined` for anything else. */
export function parseSilence(item: unknown): Silence | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const { id, createdBy, comment, startsAt, endsAt, status, matchers } = item as Record<string, unknown>;
  const from = typeof startsAt === "string" ? fromIso(startsAt) : undefined;
  const until = typeof endsAt === "string" ? fromIso(endsAt) : undefined;
  const state = stateOf(status);
  const parsed = Array.isArray(matchers) ? matchers.map(parseMatcher) : [undefined];
  if (typeof id !== "string" || typeof createdBy !== "string" || typeof comment !== "string") return undefined;
  if (from === undefined || until === undefined || state === undefined) return undefined;
  if (!parsed.every((matcher) => matcher !== undefined)) return undefined;
  return { id, author: createdBy, comment, from, until, state, matchers: parsed };
}

function stateOf(status: unknown): Silence["state"] | undefined {
  const state = typeof status === "object" && status !== null && "state" in status ? status.state : undefined;
  return state === "active" || state === "pending" || state === "expired" ? state : undefined;
}

function parseMatcher(item: unknown): Matcher | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  // Before 0.22 there were no negative matchers, and none said that it is not one.
  const { name, value, isRegex, isEqual = true } = item as Record<string, unknown>;
  const isMatcher =
    typeof name === "string" &&
    typeof value === "string" &&
    typeof isRegex === "boolean" &&
    typeof isEqual === "boolean";
  return isMatcher ? { name, value, isRegex, isEqual } : undefined;
}
