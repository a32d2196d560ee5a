import type { CalendarScope, OutgoingEvent } from "../../calendar/outgoing.ts";
import { byTurns } from "../../schedule/by-turns.ts";
import { chosenRoles } from "../../schedule/duty.ts";
import { holidayDays } from "../../schedule/holidays.ts";
import { shifts } from "../../schedule/resolve.ts";
import type { Shift, Span } from "../../schedule/shift.ts";
import { nameOf } from "../../team/lookup.ts";
import type { Schedule, Team } from "../../team/team.ts";
import { earliest, toIso } from "../../time/instant.ts";
import { scheduleName } from "../../team/named.ts";

/**
 * The shifts and holidays of a span, whole, as events; not those of a role that is filled by everyone who is left. An
 * event is named by the turn of the rotation that it is of, so that it stays the same event when an override, a swap or a
 * holiday moves its bounds; what is nobody's turn is named by its own beginning.
 */
export const outgoingEvents = (team: Team, span: Span): readonly OutgoingEvent[] =>
  team.schedules.flatMap((schedule) => [...shiftEvents(team, schedule, span), ...holidayEvents(team, schedule, span)]);

/** The events of a calendar. A person's has the holidays of the schedules in which they have shifts. */
export function inScope<E extends OutgoingEvent>(events: readonly E[], scope: CalendarScope): readonly E[] {
  if (scope.kind === "all") return events;
  if (scope.kind === "schedule") return events.filter(({ schedule }) => schedule === scope.id);
  const isTheirs = (event: OutgoingEvent): boolean => event.kind === "shift" && event.person === scope.id;
  const theirs = new Set(events.filter(isTheirs).map(({ schedule }) => schedule));
  return events.filter((event) => isTheirs(event) || (event.kind === "holiday" && theirs.has(event.schedule)));
}

function shiftEvents(team: Team, schedule: Schedule, span: Span): readonly OutgoingEvent[] {
  const turns = shifts(byTurns(schedule), team, span);
  // The parts of a turn are counted from its beginning, wherever the span begins.
  const from = earliest(span.from, ...turns.map((turn) => turn.from)) ?? span.from;
  const wanted = chosenRoles(schedule);
  const counts = new Map<string, number>();
  return shifts(schedule, team, { from, to: span.to }).flatMap((shift): readonly OutgoingEvent[] => {
    if (!wanted.includes(shift.role)) return [];
    const turn = turns.find((other) => isOf(shift, other));
    const base = JSON.stringify([team.id, schedule.id, shift.role, shift.person, toIso((turn ?? shift).from)]);
    const part = (counts.get(base) ?? 0) + 1;
    counts.set(base, part);
    if (shift.to <= span.from) return [];
    const event = {
      kind: "shift",
      identity: part === 1 ? base : `${base} ${String(part)}`,
      schedule: schedule.id,
      person: shift.person,
      from: shift.from,
      to: shift.to,
      title: `${nameOf(team, shift.person)}: ${shift.role} on call`,
      text: `${scheduleName(schedule)}, ${team.name}. ${reasonOf(shift)}.`,
    } as const;
    return [event];
  });
}

const isOf = (shift: Shift, turn: Shift): boolean =>
  turn.role === shift.role && turn.person === shift.person && turn.from < shift.to && shift.from < turn.to;

function reasonOf({ because, holiday }: Shift): string {
  if (because === "rotation") return "By rotation";
  if (because === "holiday") return holiday === undefined ? "Holiday duty" : `Holiday duty: ${holiday}`;
  return because === "swap" ? "By a swap" : "By an override";
}

const holidayEvents = (team: Team, schedule: Schedule, span: Span): readonly OutgoingEvent[] =>
  holidayDays(schedule)
    .filter(({ from, to }) => from < span.to && span.from < to)
    .map(({ date, name }) => ({
      kind: "holiday",
      identity: JSON.stringify([team.id, schedule.id, "holiday", date]),
      schedule: schedule.id,
      date,
      title: name,
      text: `Holiday of ${scheduleName(schedule)}, ${team.name}.`,
    }));
