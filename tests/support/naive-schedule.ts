import { DateTime } from "luxon";
import { orderOfCycle } from "../../shared/schedule/shuffle.ts";
import type { Context } from "../../shared/schedule/shift.ts";
import type { Hours, Role, Schedule, Turns } from "../../shared/team/team.ts";
import { weekdays } from "../../shared/team/team.ts";

/*
 * Who is on call, worked out a second time and as plainly as possible: one instant at a time, walking day by day from the
 * start with luxon. It shares only the shuffle's draw with the real resolver.
 */

export type NaiveHolder = { readonly person: string; readonly because: string; readonly holiday?: string };
export type NaiveAnswer = { readonly state: string } & Readonly<Record<Role, readonly NaiveHolder[]>>;

type Day = DateTime;

const utcDay = (date: string): Day => DateTime.fromISO(date, { zone: "utc" });

const known = new Map<string, number>();

/** The instant of a wall time, by trying both offsets around it; luxon alone decides overlaps by today's clock. */
function instantOf(zone: string, day: Day, time: string): number {
  const key = `${zone} ${day.toMillis()} ${time}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const wall = `${day.toFormat("yyyy-MM-dd")}T${time}`;
  const asUtc = DateTime.fromISO(wall, { zone: "utc" }).toMillis();
  const offset = (at: number): number => DateTime.fromMillis(at, { zone }).offset * 60_000;
  const before = asUtc - offset(asUtc - 86_400_000);
  const later = asUtc - offset(asUtc + 86_400_000);
  const shows = (at: number): boolean => DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm") === wall;
  const result = shows(before) ? before : shows(later) ? later : before;
  known.set(key, result);
  return result;
}

const weekdayOf = (day: Day): Hours["days"][number] => weekdays[day.weekday - 1] ?? "mon";

const dates = ({ holidays }: Schedule): readonly string[] =>
  [...new Set(holidays.dates.map(({ date }) => date))].toSorted();

/** The handoffs of the first 500 days, found by counting day by day. */
function handoffs(rotation: Turns, { schedule, context, walked }: Known): readonly number[] {
  const before = walked.get(rotation);
  if (before) return before;
  const found: number[] = [];
  const zone = rotation.timezone ?? schedule.timezone;
  const { every, unit } = rotation.shift;
  const start = utcDay(rotation.start);
  const free = schedule.holidays.policy === "no-cover" ? dates(schedule) : [];
  const works = (day: Day): boolean =>
    context.workingHours.days.includes(weekdayOf(day)) && !free.includes(day.toFormat("yyyy-MM-dd"));
  let count = 0;
  for (let passed = 0; passed < 500; passed += 1) {
    const day = start.plus({ days: passed });
    if (unit === "month" && !day.equals(start.plus({ months: count }))) continue;
    if (unit === "workday" && !works(day)) continue;
    const length = unit === "week" ? every * 7 : every;
    if (count % length === 0) found.push(instantOf(zone, day, rotation.handoffAt));
    count += 1;
  }
  walked.set(rotation, found);
  return found;
}

/** The latest turn that has begun; -1 before the first. */
const turnAt = (rotation: Turns, at: number, known: Known): number =>
  handoffs(rotation, known).findLastIndex((handoff) => handoff <= at);

type Known = {
  readonly schedule: Schedule;
  readonly context: Context;
  readonly walked: Map<Turns, readonly number[]>;
};

/** When the window that is open at an instant was opened; `undefined` where none is open. */
function openedAt(rotation: Turns, at: number, known: Known): number | undefined {
  const { schedule, context } = known;
  const zone = rotation.timezone ?? schedule.timezone;
  const [begins] = handoffs(rotation, known);
  if (begins === undefined || at < begins) return undefined;
  const coverage = rotation.coverage ?? (rotation.shift.unit === "workday" ? "own" : { kind: "always" as const });
  if (coverage !== "own" && coverage.kind === "always") return begins;
  const hours = context.workingHours;
  const windowsOn = (day: Day): readonly (readonly [string, string])[] => {
    if (coverage === "own") return hours.days.includes(weekdayOf(day)) ? [[rotation.handoffAt, hours.to]] : [];
    if (coverage.kind === "last-week-of-month") {
      return day.plus({ days: 7 }).month === day.month ? [] : [["00:00", "00:00"]];
    }
    const windows = coverage.kind === "windows" ? coverage.windows : [hours];
    return windows.filter(({ days }) => days.includes(weekdayOf(day))).map(({ from, to }) => [from, to]);
  };
  const openAt = (moment: number): number | undefined => {
    const today = DateTime.fromMillis(moment, { zone }).setZone("utc", { keepLocalTime: true }).startOf("day");
    const starts = [-2, -1, 0].flatMap((shift) => {
      const day = today.plus({ days: shift });
      return windowsOn(day).flatMap(([from, to]) => {
        const opens = instantOf(zone, day, from);
        const closes = instantOf(zone, to > from ? day : day.plus({ days: 1 }), to);
        return opens <= moment && moment < closes ? [opens] : [];
      });
    });
    return starts.length > 0 ? Math.min(...starts) : undefined;
  };
  let opened = openAt(at);
  for (let earlier = opened; earlier !== undefined; earlier = openAt(earlier - 1)) {
    opened = earlier;
    if (at - earlier > 20 * 86_400_000) return begins;
  }
  return opened === undefined ? undefined : Math.max(opened, begins);
}

type Held = { readonly rotation: Turns; readonly turn: number };

function holderOf(role: Role, at: number, known: Known): Held | undefined {
  let best: (Held & { readonly opened: number }) | undefined;
  for (const rotation of known.schedule.rotations) {
    if (rotation.kind !== "turns" || rotation.role !== role) continue;
    const opened = openedAt(rotation, at, known);
    const turn = turnAt(rotation, at, known);
    if (opened === undefined || turn < 0) continue;
    if (!best || opened < best.opened) best = { rotation, turn, opened };
  }
  return best;
}

const orderOf = ({ rotation, turn }: Held, schedule: Schedule): readonly string[] =>
  rotation.onCycleEnd === "shuffle"
    ? orderOfCycle(schedule.id, rotation.participants, Math.floor(turn / rotation.participants.length))
    : rotation.participants;

function personOf({ rotation, turn }: Held, schedule: Schedule): string | undefined {
  return orderOf({ rotation, turn }, schedule)[turn % rotation.participants.length];
}

/** Answers for one schedule. Knows primary with turns, secondary by offset or turns, backup as everyone else. */
export function naiveSchedule(schedule: Schedule, context: Context): (at: number) => NaiveAnswer {
  const known: Known = { schedule, context, walked: new Map() };
  return (at) => answerAt(known, at);
}

function answerAt(known: Known, at: number): NaiveAnswer {
  const { schedule } = known;
  const today = DateTime.fromMillis(at, { zone: schedule.timezone }).toFormat("yyyy-MM-dd");
  const all = dates(schedule);
  const holiday = schedule.holidays.dates.find(({ date }) => date === today)?.name;
  const { policy, rotation: inTurn, designated } = schedule.holidays;
  const free = holiday !== undefined && policy === "no-cover";

  const lead = free ? undefined : holderOf("primary", at, known);
  const hold = (person: string | undefined): NaiveHolder[] =>
    person === undefined ? [] : [{ person, because: "rotation" }];
  let primary = hold(lead && personOf(lead, schedule));
  let secondary: NaiveHolder[] = [];
  for (const rotation of schedule.rotations) {
    if (rotation.kind === "offset" && rotation.role === "secondary" && lead) {
      secondary = hold(personOf({ rotation: lead.rotation, turn: lead.turn + rotation.offset }, schedule));
    }
    if (rotation.kind === "turns" && rotation.role === "secondary" && !free) {
      const own = holderOf("secondary", at, known);
      secondary = hold(own && personOf(own, schedule));
    }
  }
  const others = schedule.rotations.some(({ kind }) => kind === "others");
  const list = lead && others ? [...new Set(orderOf(lead, schedule))] : [];
  const taken = (): readonly string[] => [...primary, ...secondary].map(({ person }) => person);
  let backup: NaiveHolder[] = list.filter((person) => !taken().includes(person)).flatMap(hold);

  const [first] = primary;
  if (holiday !== undefined && first) {
    const year = all.filter((date) => date.slice(0, 4) === today.slice(0, 4));
    const standIn = {
      "primary-covers": undefined,
      "no-cover": undefined,
      designated: designated[today],
      "holiday-rotation": inTurn[year.indexOf(today) % inTurn.length],
      "swap-with-backup": [...backup, ...secondary].find(({ person }) => person !== first.person)?.person,
    }[policy];
    const marked = (person: string): NaiveHolder => ({ person, because: "holiday", holiday });
    primary = [marked(standIn ?? first.person)];
    if (standIn !== undefined && standIn !== first.person) {
      if (secondary[0]?.person === standIn && backup.every(({ person }) => person !== standIn)) {
        secondary = [marked(first.person)];
      } else backup = [marked(first.person), ...backup.filter(({ person }) => person !== standIn)];
    }
  }

  const active = ({ from, to }: { from: string; to: string }): boolean => {
    const instant = (local: string): number =>
      instantOf(schedule.timezone, utcDay(local.slice(0, 10)), local.slice(11));
    return instant(from) <= at && at < instant(to);
  };
  const lists: Record<Role, NaiveHolder[]> = { primary, secondary, backup };
  let last: string | undefined;
  for (const { role, a, b } of schedule.swaps.filter(active)) {
    last = "swap";
    lists[role] = lists[role].map((holder) => {
      if (holder.person === a) return { person: b, because: "swap" };
      return holder.person === b ? { person: a, because: "swap" } : holder;
    });
  }
  for (const { role, person } of schedule.overrides.filter(active)) {
    last = "override";
    lists[role] = [{ person, because: "override" }];
  }
  if (last !== undefined && others && !free) {
    const held = [...lists.primary, ...lists.secondary].map(({ person }) => person);
    lists.backup = lists.backup.filter(({ person }) => !held.includes(person));
    for (const [index, person] of list.entries()) {
      if (held.includes(person) || lists.backup.some((holder) => holder.person === person)) continue;
      const place = lists.backup.findIndex((holder) => list.indexOf(holder.person) > index);
      lists.backup.splice(place < 0 ? lists.backup.length : place, 0, { person, because: last });
    }
  } else if (free) lists.backup = lists.backup.filter(({ person }) => !taken().includes(person));

  return { state: stateOf(lists, { ...known, free, at }), ...lists };
}

function stateOf(
  lists: Readonly<Record<Role, readonly NaiveHolder[]>>,
  { free, at, ...known }: Known & { readonly free: boolean; readonly at: number },
): string {
  const wanted = (role: Role): boolean => {
    const sites = known.schedule.rotations.filter((rotation) => rotation.kind === "turns" && rotation.role === role);
    if (sites.length < 2) return holderOf(role, at, known) !== undefined;
    return sites.some((site) => site.kind === "turns" && turnAt(site, at, known) >= 0);
  };
  const roles = ["primary", "secondary", "backup"] as const;
  if (!free && roles.some((role) => lists[role].length === 0 && wanted(role))) return "gap";
  return roles.some((role) => lists[role].length > 0) ? "covered" : "off-hours";
}
