import { nearest } from "./nearest.ts";
import type { Review } from "./review.ts";
import { isMapping, valueAt, type Path } from "./team-document.ts";
import { foundText } from "./team-problem.ts";

/** Lists of the file whose items other parts name by id. */
export const declaring = [
  "people",
  "groups",
  "services",
  "schedules",
  "slas",
  "escalations",
  "sources",
  "calendars",
  "channels",
] as const;
export type Declaring = (typeof declaring)[number];

/** Every id that the file declares, whether the rest of its item is right or not. */
export type KnownIds = Readonly<Record<Declaring, ReadonlySet<string>>>;

/** Gathers the ids, and reports those that are declared twice. */
export function gatherIds(review: Review): KnownIds {
  const ids = {
    people: idsOf(review, "people"),
    groups: idsOf(review, "groups"),
    services: idsOf(review, "services"),
    schedules: idsOf(review, "schedules"),
    slas: idsOf(review, "slas"),
    escalations: idsOf(review, "escalations"),
    sources: idsOf(review, "sources"),
    calendars: idsOf(review, "calendars"),
    channels: idsOf(review, "channels"),
  };
  eachId(review, "groups", (id, path) => {
    if (!ids.people.has(id)) return;
    const expected = "an id that no person has, since owners may be either";
    review.problem(path, { kind: "conflict", found: foundText(id), expected });
  });
  eachId(review, "schedules", (id, path) => {
    if (id !== "working-hours") return;
    review.problem(path, {
      kind: "conflict",
      found: foundText(id),
      expected: "another id, since services use this word",
    });
  });
  return ids;
}

function idsOf(review: Review, list: Declaring): ReadonlySet<string> {
  const ids = new Set<string>();
  eachId(review, list, (id, path) => {
    if (ids.has(id)) {
      review.problem(path, { kind: "duplicate-id", found: foundText(id), expected: `an id that ${list} use once` });
    }
    ids.add(id);
  });
  return ids;
}

function eachId(review: Review, list: Declaring, visit: (id: string, path: Path) => void): void {
  const items = valueAt(review.document.value, [list]);
  if (!Array.isArray(items)) return;
  items.forEach((item: unknown, index) => {
    const id = isMapping(item) ? valueAt(item, ["id"]) : undefined;
    if (typeof id === "string") visit(id, [list, index, "id"]);
  });
}

/** What may stand where an id is wanted. */
export type Wanted = { readonly ids: readonly ReadonlySet<string>[]; readonly what: string };

const everyIdOf = ({ ids }: Wanted): readonly string[] => ids.flatMap((each) => [...each]);

/** Reports an id that nothing in the file declares. True where it is known. */
export function checkId(
  review: Review,
  path: Path,
  { id, wanted }: { readonly id: string; readonly wanted: Wanted },
): boolean {
  if (wanted.ids.some((ids) => ids.has(id))) return true;
  const hint = review.mayHint() ? nearest(id, everyIdOf(wanted)) : undefined;
  review.problem(path, { kind: "unknown-id", found: foundText(id), expected: wanted.what, nearest: hint });
  return false;
}

/** The usual wants, ready for `checkId`. */
export const wants = (known: KnownIds) => ({
  person: { ids: [known.people], what: "the id of a person" },
  owner: { ids: [known.people, known.groups], what: "the id of a person or group" },
  group: { ids: [known.groups], what: "the id of a group" },
  schedule: { ids: [known.schedules], what: "the id of a schedule" },
  serviceSchedule: {
    ids: [known.schedules, new Set(["working-hours"])],
    what: "the id of a schedule, or working-hours",
  },
  sla: { ids: [known.slas], what: "the id of an sla" },
  escalation: { ids: [known.escalations], what: "the id of an escalation policy" },
  channel: { ids: [known.channels], what: "the id of a channel" },
});
export type Wants = ReturnType<typeof wants>;
