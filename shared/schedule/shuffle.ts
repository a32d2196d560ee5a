import type { PersonId, ScheduleId } from "../team/team.ts";

/**
 * The order of one cycle of a rotation that shuffles at the end of its list (002-7). Cycle 0 is the declared order; each
 * later one is drawn from the schedule's id and the cycle's number alone, so that every installation draws the same.
 * The last of the cycle before never comes first. Lists of one or two have only one order that keeps to that.
 */
export function orderOfCycle(
  schedule: ScheduleId,
  participants: readonly PersonId[],
  cycle: number,
): readonly PersonId[] {
  if (participants.length < 3 || cycle < 1) return participants;
  const order = draw(`${schedule}#${cycle}`, participants);
  // Putting another person first leaves the last in place, hence the last of a cycle is known without the cycles before.
  const last = cycle === 1 ? participants.at(-1) : draw(`${schedule}#${cycle - 1}`, participants).at(-1);
  if (order[0] !== last) return order;
  const other = order.findIndex((person, index) => index < order.length - 1 && person !== last);
  return other < 1 ? order : swapped(order, 0, other);
}

function draw(seed: string, participants: readonly PersonId[]): readonly PersonId[] {
  const next = numbersFrom(seed);
  let order = participants;
  for (let left = participants.length - 1; left > 0; left -= 1) order = swapped(order, left, next() % (left + 1));
  return order;
}

function swapped(order: readonly PersonId[], i: number, j: number): readonly PersonId[] {
  const [a, b] = [order[i], order[j]];
  return a === undefined || b === undefined ? order : order.with(i, b).with(j, a);
}

/** A stream of 32-bit numbers: FNV-1a of the seed, then mulberry32. The figures are part of what teams have recorded. */
function numbersFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
