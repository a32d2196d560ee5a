import type { Person, PersonId, Role, Schedule } from "../team/team.ts";
import { parseWall } from "../time/civil.ts";
import { day } from "../time/duration.ts";
import type { Change, Declared } from "./change.ts";
import { declared, peopleOf, spanOf } from "./change.ts";
import { reassignments } from "./reassignment.ts";
import type { Context } from "./shift.ts";

/** Why a change cannot be made. */
export type ChangeProblem =
  | { readonly kind: "unknown-person"; readonly person: PersonId }
  | { readonly kind: "unknown-role"; readonly role: Role }
  | { readonly kind: "same-person" }
  | { readonly kind: "bad-time"; readonly end: "from" | "to" }
  | { readonly kind: "empty-span" }
  | { readonly kind: "too-long" }
  /** Who holds the role would hold it all the same: they do already, or neither of a swap has a shift in the span. */
  | { readonly kind: "no-effect" };

/** Whoever changes more than a year wants another rotation. */
const longest = 366 * day;

/** Zone data before 1970 is guesswork, and a far year is a slip of the finger; the team file knows the same. */
const years = /^(19[7-9]\d|20\d\d|21\d\d)-/;

/** What is wrong with a stretch that somebody wants covered. */
export const coverProblems = (schedule: Schedule, wanted: Declared): readonly ChangeProblem[] => [
  ...aboutRole(schedule, wanted),
  ...aboutSpan(schedule, wanted),
];

/** What is wrong with a change; empty where it can be made. What it does is looked at only where nothing else is wrong. */
export function changeProblems(
  schedule: Schedule,
  context: Context,
  { change, people }: { readonly change: Change; readonly people: readonly Pick<Person, "id">[] },
): readonly ChangeProblem[] {
  const found = [...aboutPeople(change, people), ...coverProblems(schedule, declared(change))];
  if (found.length > 0) return found;
  return reassignments(schedule, context, change).length === 0 ? [{ kind: "no-effect" }] : [];
}

function aboutPeople(change: Change, people: readonly Pick<Person, "id">[]): readonly ChangeProblem[] {
  const named = peopleOf(change);
  const strangers = named.filter((id) => !people.some((person) => person.id === id));
  const unknown = strangers.map((person): ChangeProblem => ({ kind: "unknown-person", person }));
  return named.length > new Set(named).size ? [...unknown, { kind: "same-person" }] : unknown;
}

function aboutRole(schedule: Schedule, { role }: Declared): readonly ChangeProblem[] {
  return schedule.rotations.some((rotation) => rotation.role === role) ? [] : [{ kind: "unknown-role", role }];
}

function aboutSpan(schedule: Schedule, wanted: Declared): readonly ChangeProblem[] {
  const ends = ["from", "to"] as const;
  const bad = ends.filter((end) => !isTime(wanted[end]));
  if (bad.length > 0) return bad.map((end) => ({ kind: "bad-time", end }));
  const { from, to } = spanOf(schedule, wanted);
  // The team file compares the texts.
  if (wanted.to <= wanted.from || to <= from) return [{ kind: "empty-span" }];
  return to - from > longest ? [{ kind: "too-long" }] : [];
}

const isTime = (text: string): boolean => years.test(text) && parseWall(text) !== undefined;
