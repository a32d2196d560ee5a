import { day } from "../time/duration.ts";
import { after, type Instant } from "../time/instant.ts";
import type { PastIncident, PastRecord } from "./past-incident.ts";

/** How far back repetitions are counted. */
const counted = 30 * day;
/** Words that two titles must share to be worth a look. */
const sharedLeast = 2;
const shownMost = 5;

export type Similar = PastRecord & {
  readonly why: { readonly kind: "same-key" } | { readonly kind: "same-service"; readonly words: readonly string[] };
};

/** Whether this happened before: when its key last fired and how often lately, and what is worth reading now. */
export type Recurrence = {
  readonly lastAt?: Instant;
  /** Firings of the key within 30 days before this one, without it. */
  readonly count: number;
  readonly similar: readonly Similar[];
};

/** What an incident has in common with others; it may still burn. */
export type Likeness = Pick<PastIncident, "id" | "title" | "openedAt">;

/** Of the past of a key and of a service, newest first, what concerns an incident now (000-12). */
export function recurrenceOf(
  incident: Likeness,
  { sameKey, sameService }: { readonly sameKey: readonly PastRecord[]; readonly sameService: readonly PastRecord[] },
): Recurrence {
  const before = sameKey.filter(({ id, openedAt }) => id !== incident.id && openedAt <= incident.openedAt);
  const known = new Set([incident.id, ...before.map(({ id }) => id)]);
  const title = wordsOf(incident.title);
  const alike = sameService
    .filter(({ id }) => !known.has(id))
    .map((record) => ({ record, words: [...wordsOf(record.title)].filter((word) => title.has(word)) }))
    .filter(({ words }) => words.length >= sharedLeast)
    // A note is what the reader is looking for; then the closest, then the newest.
    .toSorted((a, b) => withNote(b.record) - withNote(a.record) || b.words.length - a.words.length)
    .map(({ record, words }): Similar => ({ ...record, why: { kind: "same-service", words } }));
  const repeated = before
    .toSorted((a, b) => withNote(b) - withNote(a))
    .map((record): Similar => ({ ...record, why: { kind: "same-key" } }));
  const lastAt = before[0]?.openedAt;
  return {
    count: before.filter(({ openedAt }) => openedAt > after(incident.openedAt, -counted)).length,
    similar: [...repeated, ...alike].slice(0, shownMost),
    ...(lastAt !== undefined && { lastAt }),
  };
}

const withNote = ({ note }: PastRecord): number => Number(note !== undefined);

/** Words that carry no meaning of their own. */
const empty = new Set([
  "the",
  "and",
  "for",
  "has",
  "not",
  "with",
  "was",
  "are",
  "from",
  "than",
  "this",
  "that",
  "its",
  "after",
]);

/** The words of a title, without numbers, which differ from one firing to the next. */
const wordsOf = (title: string | undefined): ReadonlySet<string> =>
  new Set(
    (title ?? "")
      .toLowerCase()
      .match(/[\p{L}_][\p{L}\p{N}_-]{2,}/gu)
      ?.filter((word) => !empty.has(word)),
  );
