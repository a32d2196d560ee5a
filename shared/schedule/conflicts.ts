import type { Person, PersonId, Schedule } from "../team/team.ts";
import { roles } from "../team/team.ts";
import { chosenRoles } from "./duty.ts";
import { shifts } from "./resolve.ts";
import type { Context, Shift, Span } from "./shift.ts";
import { overlap } from "./shift.ts";
import type { Absence } from "./substitutes.ts";
import { absencesOf, substitutes } from "./substitutes.ts";

/** A stretch of a shift that its person cannot serve: away, or already on call in a role that comes before. */
export type Conflict = Span & {
  readonly kind: "away" | "double";
  readonly shift: Shift;
  /** Of the absence, where one was given. */
  readonly reason?: string;
  /** Who could do it; absent where everybody is away or on call. */
  readonly substitute?: PersonId;
};

export type ConflictQuestion = {
  readonly span: Span;
  readonly people: readonly Pick<Person, "id" | "timezone" | "away">[];
};

/**
 * The conflicts that meet a span, by time. A schedule is never changed for them. Roles filled by everyone who is left
 * have none: nobody was chosen for those.
 */
export function conflicts(
  schedule: Schedule,
  context: Context,
  { span, people }: ConflictQuestion,
): readonly Conflict[] {
  const chosen = chosenRoles(schedule);
  const absences = people.flatMap(absencesOf);
  const all = shifts(schedule, context, span).filter(({ role }) => chosen.includes(role));
  const found = all.flatMap((shift) => [...missing(shift, absences), ...doubled(shift, all)]);
  return found
    .filter((conflict) => overlap(conflict, span) !== undefined)
    .toSorted((a, b) => a.from - b.from)
    .map((conflict) => {
      const [substitute] = substitutes(schedule, context, { span: conflict, absences });
      return substitute === undefined ? conflict : { ...conflict, substitute: substitute.person };
    });
}

function missing(shift: Shift, absences: readonly Absence[]): readonly Conflict[] {
  return absences.flatMap(({ person, reason, ...away }) => {
    const lost = person === shift.person ? overlap(shift, away) : undefined;
    return lost ? [{ ...lost, kind: "away" as const, shift, ...(reason === undefined ? {} : { reason }) }] : [];
  });
}

function doubled(shift: Shift, all: readonly Shift[]): readonly Conflict[] {
  return all.flatMap((other) => {
    const before = roles.indexOf(other.role) < roles.indexOf(shift.role) && other.person === shift.person;
    const both = before ? overlap(shift, other) : undefined;
    return both ? [{ ...both, kind: "double" as const, shift }] : [];
  });
}
