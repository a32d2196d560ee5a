import type { Lane } from "./lanes.ts";

/** The block that keys act on: its lane's place, and its own within the lane. */
export type Spot = { readonly lane: number; readonly block: number };

export type Move = "left" | "right" | "up" | "down" | "first" | "last" | "next" | "previous";

/** Arrows move within a lane and between lanes; `next` and `previous` go through all blocks by time. */
export function movedTo(lanes: readonly Lane[], spot: Spot, move: Move): Spot {
  const here = lanes[spot.lane]?.blocks ?? [];
  switch (move) {
    case "left":
      return { ...spot, block: Math.max(0, spot.block - 1) };
    case "right":
      return { ...spot, block: Math.min(here.length - 1, spot.block + 1) };
    case "first":
      return { ...spot, block: 0 };
    case "last":
      return { ...spot, block: Math.max(0, here.length - 1) };
    case "up":
      return toLane(lanes, spot, -1);
    case "down":
      return toLane(lanes, spot, 1);
    case "next":
      return byTime(lanes, spot, 1);
    case "previous":
      return byTime(lanes, spot, -1);
  }
}

/** The first block of the first lane that has any; `undefined` where there is nothing to stand on. */
export function firstSpot(lanes: readonly Lane[]): Spot | undefined {
  const lane = lanes.findIndex(({ blocks }) => blocks.length > 0);
  return lane < 0 ? undefined : { lane, block: 0 };
}

/** The spot of a block by its key and lane, wherever it has moved. */
export function spotOf(lanes: readonly Lane[], key: string): Spot | undefined {
  for (const [lane, { blocks, key: laneKey }] of lanes.entries()) {
    const block = blocks.findIndex((one) => `${laneKey}/${one.key}` === key);
    if (block >= 0) return { lane, block };
  }
  return undefined;
}

/** Over lanes without blocks, to the block nearest in time. */
function toLane(lanes: readonly Lane[], spot: Spot, by: -1 | 1): Spot {
  const from = lanes[spot.lane]?.blocks[spot.block];
  for (let lane = spot.lane + by; lane >= 0 && lane < lanes.length; lane += by) {
    const blocks = lanes[lane]?.blocks ?? [];
    if (!from || blocks.length === 0) continue;
    const distance = (index: number): number => Math.abs((blocks[index]?.start ?? Infinity) - from.start);
    const nearest = blocks.reduce((best, _, index) => (distance(index) < distance(best) ? index : best), 0);
    return { lane, block: nearest };
  }
  return spot;
}

function byTime(lanes: readonly Lane[], spot: Spot, by: -1 | 1): Spot {
  const all = lanes
    .flatMap(({ blocks }, lane) => blocks.map(({ start }, block) => ({ lane, block, start })))
    .toSorted((a, b) => a.start - b.start || a.lane - b.lane);
  const here = all.findIndex(({ lane, block }) => lane === spot.lane && block === spot.block);
  const found = all[Math.min(all.length - 1, Math.max(0, here + by))];
  return found ? { lane: found.lane, block: found.block } : spot;
}
