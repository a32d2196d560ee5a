import { onCall, shifts } from "../../../shared/schedule/resolve.ts";
import type { Context, Shift } from "../../../shared/schedule/shift.ts";
import type { Following, Holidays, Role, Schedule, Turns, Zone } from "../../../shared/team/team.ts";
import { roles } from "../../../shared/team/team.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import { toInstant, toWall } from "../../../shared/time/zoned.ts";
import { formatWall } from "../../../shared/time/civil.ts";

export const copenhagen: Zone = "Europe/Copenhagen";

export const nineToFive: Context = {
  workingHours: { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00" },
};

export const noHolidays: Holidays = { regions: [], dates: [], policy: "primary-covers", rotation: [], designated: {} };

/** Weekly turns of Alice, Bob, Charlie and Dana from Monday 2027-01-04, 09:00. */
export const turns = (changes: Partial<Turns> = {}): Turns => ({
  kind: "turns",
  role: "primary",
  participants: ["alice", "bob", "charlie", "dana"],
  shift: { every: 1, unit: "week" },
  start: "2027-01-04",
  handoffAt: "09:00",
  onCycleEnd: "repeat",
  ...changes,
});

export const next: Following = { kind: "offset", role: "secondary", follow: "primary", offset: 1 };
export const everyoneElse: Following = { kind: "others", role: "backup" };

export const schedule = (changes: Partial<Schedule> = {}): Schedule => ({
  id: "weekly",
  timezone: copenhagen,
  rotations: [turns()],
  holidays: noHolidays,
  overrides: [],
  swaps: [],
  ...changes,
});

/** Dates to holidays called after them, with a policy. */
export const holidays = (policy: Holidays["policy"], dates: readonly string[]): Holidays => ({
  ...noHolidays,
  policy,
  dates: dates.map((date) => ({ date, name: `Holiday of ${date}` })),
});

/** An instant by the schedule's wall clock. */
export const at = (local: string, zone: Zone = copenhagen): Instant => toInstant(zone, local);

/** Who is on call by role, roles without anybody left out. */
export function namesAt(of: Schedule, local: string, context: Context = nineToFive): Partial<Record<Role, string>> {
  const answer = onCall(of, context, at(local, of.timezone));
  const names: Partial<Record<Role, string>> = {};
  for (const role of roles) {
    const people = answer.roles[role].map(({ person }) => person).join(" ");
    if (people !== "") names[role] = people;
  }
  return names;
}

/** A shift in one line of local times, such as "primary alice 2027-01-04T09:00 2027-01-11T09:00 rotation". */
export function line(shift: Shift, zone: Zone = copenhagen): string {
  const { role, person, from, to, because, holiday } = shift;
  const words = [role, person, formatWall(toWall(zone, from)), formatWall(toWall(zone, to)), because];
  return [...words, ...(holiday === undefined ? [] : [holiday])].join(" ");
}

/** The shifts that meet a span of local times, as lines; of one role if named. */
export function lines(of: Schedule, [from, to]: readonly [string, string], role?: Role): readonly string[] {
  return shifts(of, nineToFive, { from: at(from, of.timezone), to: at(to, of.timezone) })
    .filter((shift) => role === undefined || shift.role === role)
    .map((shift) => line(shift, of.timezone));
}
