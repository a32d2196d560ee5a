import type { Person, PersonId, Role, Schedule } from "../team/team.ts";
import { knownDay, wallOn } from "../time/civil.ts";
import { hour, week } from "../time/duration.ts";
import { after } from "../time/instant.ts";
import { toInstant } from "../time/zoned.ts";
import { chosenRoles, duties, participantsOf } from "./duty.ts";
import type { Context, Span } from "./shift.ts";
import { overlap } from "./shift.ts";

/** Days away as instants. */
export type Absence = Span & { readonly person: PersonId; readonly reason?: string };

/** Somebody who could serve, and the hours they carry from eight weeks before to eight weeks after. */
export type Substitute = { readonly person: PersonId; readonly hours: number };

type Away = Pick<Person, "id" | "timezone" | "away">;

/** Days away are days of the person's own zone. */
export const absencesOf = ({ id, timezone, away }: Away): readonly Absence[] =>
  away.map(({ from, to, reason }) => ({
    person: id,
    from: toInstant(timezone, wallOn(knownDay(from), 0)),
    to: toInstant(timezone, wallOn(knownDay(to), 0)),
    ...(reason === undefined ? {} : { reason }),
  }));

/**
 * The participants who are neither away nor on call within a span, least duty in the eight weeks around it first; of those
 * with the same duty, the first of the file.
 */
export function substitutes(
  schedule: Schedule,
  context: Context,
  { span, absences }: { readonly span: Span; readonly absences: readonly Absence[] },
): readonly Substitute[] {
  const chosen: readonly Role[] = chosenRoles(schedule);
  const around = { from: after(span.from, -8 * week), to: after(span.to, 8 * week), roles: chosen };
  const duty = new Map(participantsOf(schedule).map((person) => [person, 0]));
  const busy = new Set(absences.filter((absence) => overlap(absence, span)).map(({ person }) => person));
  for (const each of duties(schedule, context, around)) {
    duty.set(each.person, (duty.get(each.person) ?? 0) + each.to - each.from);
    if (overlap(each, span)) busy.add(each.person);
  }
  return participantsOf(schedule)
    .filter((person) => !busy.has(person))
    .map((person) => ({ person, hours: (duty.get(person) ?? 0) / hour }))
    .toSorted((a, b) => a.hours - b.hours);
}
