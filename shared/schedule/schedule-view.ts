import { conflicts } from "./conflicts.ts";
import { chosenRoles, participantsOf } from "./duty.ts";
import { fairness } from "./fairness.ts";
import { holidayDays } from "./holidays.ts";
import { planOf } from "./plan.ts";
import { onCall, shifts, watches, type Watch } from "./resolve.ts";
import { overlap, type Shift, type Span } from "./shift.ts";
import { reasonsOf, reorderings, turnsOf } from "./why.ts";
import { absencesOf } from "./substitutes.ts";
import { nameOf } from "../team/lookup.ts";
import { roles, type PersonId, type Role, type Schedule, type Team, type Zone } from "../team/team.ts";
import { knownDay, splitWall, wallOn, type DayNumber } from "../time/civil.ts";
import { week } from "../time/duration.ts";
import { after, instant, type Instant } from "../time/instant.ts";
import { clockChanges, isZone, startOfDay, toInstant, toWall } from "../time/zoned.ts";
import type { MyShifts, ScheduleQuestion, ScheduleView, ShownFairness } from "./schedule-view-shape.ts";
import { scheduleName } from "../team/named.ts";

type Asked = { readonly team: Team; readonly schedule: Schedule; readonly span: Span };

/** Everything that the screen shows of a schedule over some local days. */
export function scheduleView(
  team: Team,
  schedule: Schedule,
  { question, now }: { readonly question: ScheduleQuestion; readonly now: Instant },
): ScheduleView {
  const zone = isZone(question.zone) ? question.zone : schedule.timezone;
  const days = localDays(zone, knownDay(question.first), knownDay(question.before));
  const asked = { team, schedule, span: { from: days[0] ?? now, to: days.at(-1) ?? now } };
  const standby = standbyIn(asked);
  const shown = shownShifts(asked);
  const view: Omit<ScheduleView, "people"> = {
    id: schedule.id,
    name: scheduleName(schedule),
    timezone: schedule.timezone,
    zone,
    days,
    roles: rolesIn(schedule, shown, standby),
    shifts: shown,
    standby,
    uncovered: uncoveredIn(asked),
    holidays: holidaysIn(asked),
    conflicts: conflicts(schedule, team, { span: asked.span, people: team.people }).map(
      ({ shift, from, to, kind, reason, substitute }) => ({
        ...{ from, to, kind, role: shift.role, person: shift.person },
        ...(reason !== undefined && { reason }),
        ...(substitute !== undefined && { substitute }),
      }),
    ),
    absences: team.people
      .filter(({ id }) => participantsOf(schedule).includes(id))
      .flatMap(absencesOf)
      .filter((absence) => overlap(absence, asked.span) !== undefined),
    clocks: [...new Set([schedule.timezone, zone])].flatMap((of) =>
      clockChanges(of, asked.span.from, asked.span.to).map((change) => ({ zone: of, ...change })),
    ),
    orders: reorderings(schedule, team, asked.span),
    fairness: fairnessAround(asked, now),
  };
  return { ...view, people: peopleIn(team, schedule, view) };
}

/** The instants that local days begin with, and the end of the last. A day that a zone skipped is no longer than nothing. */
function localDays(zone: Zone, first: DayNumber, before: DayNumber): readonly Instant[] {
  return Array.from({ length: before - first + 1 }, (_, index) => toInstant(zone, wallOn(first + index, 0)));
}

function shownShifts({ team, schedule, span }: Asked): ScheduleView["shifts"] {
  const chosen = chosenRoles(schedule);
  const why = reasonsOf(schedule, team);
  return shifts(schedule, team, span)
    .filter(({ role }) => chosen.includes(role))
    .map((shift) => ({
      role: shift.role,
      person: shift.person,
      from: shift.from,
      to: shift.to,
      because: shift.because,
      why: why(shift, instant(Math.max(shift.from, span.from))),
      next: sequelOf(team, schedule, shift),
    }));
}

function sequelOf(
  team: Team,
  schedule: Schedule,
  { role, person, to, handoff }: Shift,
): ScheduleView["shifts"][number]["next"] {
  if (handoff !== undefined) return { kind: "hands-over", person: handoff };
  const then = onCall(schedule, team, to);
  if (then.roles[role].some((next) => next.person === person)) return { kind: "goes-on" };
  return { kind: then.state === "unknown" ? "unknown" : "nobody" };
}

function rolesIn(
  schedule: Schedule,
  shown: ScheduleView["shifts"],
  standby: ScheduleView["standby"],
): ScheduleView["roles"] {
  const declared = new Set<Role>(schedule.rotations.map(({ role }) => role));
  const held = new Set<Role>([...declared, ...shown.map(({ role }) => role), ...standby.map(({ role }) => role)]);
  const chosen = chosenRoles(schedule);
  return roles.filter((role) => held.has(role)).map((role) => ({ role, standby: !chosen.includes(role) }));
}

/** So many of those who stand by are named; of sixty people nobody reads the rest. */
const namedOnStandby = 8;

/** Who is left over for the roles filled by everyone else: cut where anybody of them changes. */
function standbyIn({ team, schedule, span }: Asked): ScheduleView["standby"] {
  const chosen = chosenRoles(schedule);
  const watched = watches(schedule, team, span);
  return roles
    .filter((role) => !chosen.includes(role))
    .flatMap((role) => {
      const found: (Span & { readonly people: readonly PersonId[] })[] = [];
      for (const { from, to, people } of watched) {
        const last = found.at(-1);
        if (last?.to === from && sameOrder(last.people, people[role])) found[found.length - 1] = { ...last, to };
        else if (people[role].length > 0) found.push({ from, to, people: people[role] });
      }
      return found.map(({ from, to, people }) => {
        const named = people.slice(0, namedOnStandby);
        return { from, to, role, people: named, more: people.length - named.length };
      });
    });
}

const sameOrder = (a: readonly PersonId[], b: readonly PersonId[]): boolean =>
  a.length === b.length && a.every((person, index) => person === b[index]);

function uncoveredIn({ team, schedule, span }: Asked): ScheduleView["uncovered"] {
  const declared = roles.filter((role) => schedule.rotations.some((rotation) => rotation.role === role));
  const found: ScheduleView["uncovered"][number][] = [];
  for (const watch of watches(schedule, team, span)) {
    if (watch.state === "covered") continue;
    const empty = watch.state === "gap" ? emptyRoles(watch, declared) : [];
    const last = found.at(-1);
    const same = last?.to === watch.from && last.state === watch.state && last.roles.join() === empty.join();
    if (last && same) found[found.length - 1] = { ...last, to: watch.to };
    else found.push({ from: watch.from, to: watch.to, state: watch.state, roles: empty });
  }
  return found;
}

/** Imported shifts have no declared roles; without a primary nobody is paged. */
function emptyRoles({ people }: Watch, declared: readonly Role[]): readonly Role[] {
  const empty = declared.filter((role) => people[role].length === 0);
  return empty.length > 0 ? empty : ["primary"];
}

function holidaysIn({ team, schedule, span }: Asked): ScheduleView["holidays"] {
  const plan = planOf(schedule, team);
  return holidayDays(schedule)
    .filter((day) => overlap(day, span) !== undefined)
    .map(({ date, name, from, to }) => {
      const covers = new Set(watches(schedule, team, { from, to }).flatMap(({ people }) => people.primary));
      const instead = turnsOf(plan, { from, to }, "primary").filter((person) => !covers.has(person));
      return { date, name, from, to, policy: plan.policy, covers: [...covers], instead };
    });
}

const quarter = 13 * 7;

function fairnessAround({ team, schedule, span }: Asked, now: Instant): ScheduleView["fairness"] {
  const of = ({ from, to }: Span): ShownFairness => ({
    ...{ from, to },
    ...fairness(schedule, team, { span: { from, to }, people: team.people }),
  });
  const { day } = splitWall(toWall(schedule.timezone, startOfDay(schedule.timezone, now)));
  const edge = (shift: number): Instant => toInstant(schedule.timezone, wallOn(day + shift, 0));
  const today = edge(0);
  return {
    shown: of(span),
    last: of({ from: edge(-quarter), to: today }),
    next: of({ from: today, to: edge(quarter) }),
  };
}

/** Whoever the answer names: those who take turns in the order of the file, then the others as they come. */
function peopleIn(team: Team, schedule: Schedule, view: Omit<ScheduleView, "people">): ScheduleView["people"] {
  const { shown, last, next } = view.fairness;
  const named = new Set<PersonId>([
    ...participantsOf(schedule),
    ...view.shifts.map(({ person }) => person),
    ...view.shifts.flatMap(({ next: then, why }) => [
      ...(then.kind === "hands-over" ? [then.person] : []),
      ...(why.kind === "holiday" || why.kind === "override" ? why.instead : []),
      ...(why.kind === "swap" ? [why.with] : []),
    ]),
    ...view.standby.flatMap(({ people }) => people),
    ...view.holidays.flatMap(({ covers, instead }) => [...covers, ...instead]),
    ...view.conflicts.flatMap(({ substitute }) => substitute ?? []),
    ...[shown, last, next].flatMap(({ loads }) => loads.map(({ person }) => person)),
  ]);
  return [...named].map((id) => ({
    id,
    name: nameOf(team, id),
    timezone: team.people.find((person) => person.id === id)?.timezone ?? schedule.timezone,
  }));
}

const weeksAhead = 8;

/** What somebody carries in all schedules from now on; roles filled by everyone who is left are no duty of one's own. */
export function myShifts(team: Team, me: PersonId, now: Instant): MyShifts {
  const span = { from: now, to: after(now, weeksAhead * week) };
  const mine = team.schedules.flatMap((schedule) => {
    const chosen = chosenRoles(schedule);
    return shifts(schedule, team, span)
      .filter(({ person, role }) => person === me && chosen.includes(role))
      .map(({ role, from, to, because, holiday }) => ({
        ...{ schedule: schedule.id, timezone: schedule.timezone, role, from, to, because },
        ...(holiday !== undefined && { holiday }),
      }));
  });
  return { ...span, shifts: mine.toSorted((a, b) => a.from - b.from) };
}
