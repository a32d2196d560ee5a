import { DateTime } from "luxon";
import type { Schedule, Turns } from "../../shared/team/team.ts";

/*
 * Who is on call, worked out as one would with luxon at hand: dates are added to and subtracted from, and nothing is kept. It
 * knows turns of days and weeks, with an offset for whoever follows; enough for the schedule that is measured.
 */

/** The person of each layer at an instant. */
export function luxonOnCall(schedule: Schedule, at: number): readonly (string | undefined)[] {
  const now = DateTime.fromMillis(at, { zone: schedule.timezone });
  return schedule.rotations.map((rotation) => {
    if (rotation.kind === "turns") return holderAt(rotation, schedule, { now, offset: 0 });
    const leader = schedule.rotations.find((one) => one.kind === "turns" && one.role === "primary");
    if (rotation.kind !== "offset" || leader?.kind !== "turns") return undefined;
    return holderAt(leader, schedule, { now, offset: rotation.offset });
  });
}

type Moment = { readonly now: DateTime; readonly offset: number };

function holderAt(rotation: Turns, { timezone }: Schedule, { now, offset }: Moment): string | undefined {
  const first = startOf(rotation, timezone);
  const { every, unit } = rotation.shift;
  const length = unit === "week" ? every * 7 : every;
  const turn = Math.floor(now.diff(first, "days").days / length);
  return turn < 0 ? undefined : rotation.participants[(turn + offset) % rotation.participants.length];
}

const startOf = (rotation: Turns, zone: string): DateTime =>
  DateTime.fromISO(`${rotation.start}T${rotation.handoffAt}`, { zone });

export type LuxonShift = { readonly person: string; readonly from: number; readonly to: number };

/** The shifts of every layer until an instant, handoff by handoff. */
export function luxonBuild(schedule: Schedule, until: number): readonly (readonly LuxonShift[])[] {
  return schedule.rotations.map((rotation) => {
    const leader = rotation.kind === "turns" ? rotation : schedule.rotations.find((one) => one.kind === "turns");
    if (leader?.kind !== "turns") return [];
    const offset = rotation.kind === "offset" ? rotation.offset : 0;
    const { every, unit } = leader.shift;
    const found: LuxonShift[] = [];
    let from = startOf(leader, schedule.timezone);
    for (let turn = 0; from.toMillis() < until; turn += 1) {
      const to = from.plus(unit === "week" ? { weeks: every } : { days: every });
      const person = leader.participants[(turn + offset) % leader.participants.length] ?? "";
      found.push({ person, from: from.toMillis(), to: to.toMillis() });
      from = to;
    }
    return found;
  });
}
