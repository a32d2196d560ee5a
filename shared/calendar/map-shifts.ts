import { err, ok, type Result } from "../result.ts";
import { roles, type ImportedShift, type PersonId, type Role } from "../team/team.ts";
import { joined, type Span } from "../time/span.ts";
import type { KnownPerson, UnmappedShift } from "./calendar-content.ts";
import type { CalendarEvent } from "./calendar-event.ts";
import type { CalendarFailure } from "./calendar-failure.ts";
import type { EventRule } from "../team/calendar.ts";
import { findPeople, type PeopleFinder } from "./event-people.ts";
import { ruleFor } from "./event-rules.ts";
import type { Occurrence } from "./expand-series.ts";

/** How events become shifts. `role` is that of events whose rule names none; without it the title's own word counts. */
export type ShiftQuestion = {
  readonly people: readonly KnownPerson[];
  readonly rules: readonly EventRule[];
  readonly role?: Role;
};

export type MappedShifts = {
  readonly shifts: readonly ImportedShift[];
  readonly unmapped: readonly UnmappedShift[];
  readonly unmappedCount: number;
  readonly unknown: readonly Span[];
};

/** Most shifts that one calendar may have in its window: a shift an hour for two years, and some. */
export const mostShifts = 20_000;
/** Of those that name nobody, so many are kept with their titles. */
const mostShown = 500;

/** Events of no length are marks in a calendar, not shifts. */
export function shiftsOf(
  occurrences: readonly Occurrence[],
  { people, rules, role }: ShiftQuestion,
): Result<MappedShifts, CalendarFailure> {
  const finder = findPeople(people);
  const shifts: ImportedShift[] = [];
  const unmapped: UnmappedShift[] = [];
  for (const { from, to, event } of occurrences) {
    const rule = ruleFor(rules, event);
    if (from >= to || rule?.ignore === true) continue;
    const found = peopleOf(event, rule, finder);
    if (typeof found === "string") unmapped.push({ from, to, title: event.title, reason: found });
    else {
      const held = rule?.role ?? role ?? roleNamed(event.title) ?? "primary";
      for (const person of found) shifts.push({ role: held, person, from, to });
    }
    if (shifts.length + unmapped.length > mostShifts) return err({ kind: "too-many-entries", limit: mostShifts });
  }
  return mappedShifts(shifts, unmapped);
}

/** A calendar without any shift that names somebody is not taken: it may be the wrong one, or an empty page of it. */
export function mappedShifts(
  shifts: readonly ImportedShift[],
  unmapped: readonly UnmappedShift[],
): Result<MappedShifts, CalendarFailure> {
  if (shifts.length === 0) return err({ kind: "no-shifts", unmapped: unmapped.length });
  const unknown = joined(unmapped.map(({ from, to }) => ({ from, to })));
  return ok({ shifts, unmapped: unmapped.slice(0, mostShown), unmappedCount: unmapped.length, unknown });
}

/** The rule's person, else those invited, who all hold the role, else the one whom the title names. A title that names two is a riddle. */
function peopleOf(
  event: CalendarEvent,
  rule: EventRule | undefined,
  { invited, named }: PeopleFinder,
): readonly PersonId[] | UnmappedShift["reason"] {
  if (rule?.person !== undefined) return [rule.person];
  const guests = invited(event);
  if (guests.length > 0) return guests;
  const mentioned = named(event.title);
  if (mentioned.length > 1) return "several-people";
  return mentioned.length === 0 ? "nobody-known" : mentioned;
}

/** The role that a title has as a word of its own. */
function roleNamed(title: string): Role | undefined {
  const words = title.toLowerCase().split(/[^\p{L}]+/u);
  return roles.find((role) => words.includes(role));
}
