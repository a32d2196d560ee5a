import type { Person, PersonId, Role, Schedule } from "../team/team.ts";
import { roles } from "../team/team.ts";
import { knownDay, wallOn } from "../time/civil.ts";
import { week } from "../time/duration.ts";
import { after } from "../time/instant.ts";
import { toInstant } from "../time/zoned.ts";
import { chosenRoles, duties, participantsOf } from "./duty.ts";
import { shifts } from "./resolve.ts";
import type { Context, Shift, Span } from "./shift.ts";
import { overlap } from "./shift.ts";

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

type Absence = Span & { readonly person: PersonId; readonly reason?: string };

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
      const substitute = substituteFor(conflict, { schedule, context, absences });
      return substitute === undefined ? conflict : { ...conflict, substitute };
    });
}

/** Days away are days of the person's own zone. */
function absencesOf({ id, timezone, away }: ConflictQuestion["people"][number]): readonly Absence[] {
  return away.map(({ from, to, reason }) => ({
    person: id,
    from: toInstant(timezone, wallOn(knownDay(from), 0)),
    to: toInstant(timezone, wallOn(knownDay(to), 0)),
    ...(reason === undefined ? {} : { reason }),
  }));
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

type Surroundings = {
  readonly schedule: Schedule;
  readonly context: Context;
  readonly absences: readonly Absence[];
};

/** The participant with the least duty from eight weeks before to eight weeks after who is neither away nor on call. */
function substituteFor(conflict: Conflict, { schedule, context, absences }: Surroundings): PersonId | undefined {
  const chosen: readonly Role[] = chosenRoles(schedule);
  const around = { from: after(conflict.from, -8 * week), to: after(conflict.to, 8 * week), roles: chosen };
  const duty = new Map(participantsOf(schedule).map((person) => [person, 0]));
  const busy = new Set(absences.filter((absence) => overlap(absence, conflict)).map(({ person }) => person));
  for (const each of duties(schedule, context, around)) {
    duty.set(each.person, (duty.get(each.person) ?? 0) + each.to - each.from);
    if (overlap(each, conflict)) busy.add(each.person);
  }
  // Sorting is stable: of those with the same duty, the first of the file.
  const free = participantsOf(schedule).filter((person) => !busy.has(person));
  return free.toSorted((a, b) => (duty.get(a) ?? 0) - (duty.get(b) ?? 0))[0];
}
