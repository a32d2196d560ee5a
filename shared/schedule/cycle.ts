import type { PersonId, Schedule } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import { after } from "../time/instant.ts";
import { planOf } from "./plan.ts";
import type { Context } from "./shift.ts";
import { piecesOf } from "./site.ts";

/** Where the primary's rotation stands in its list: what the on-call log records when the list is shuffled (002-7). */
export type Cycle = {
  /** From 0, which has the declared order. */
  readonly number: number;
  readonly order: readonly PersonId[];
  /** Of the present turn within the order, from 0. */
  readonly place: number;
};

/** The cycle of the turn that is open at an instant; `undefined` where none is. */
export function cycleAt(schedule: Schedule, context: Context, at: Instant): Cycle | undefined {
  const [piece] = piecesOf(planOf(schedule, context).sites.primary, { from: at, to: after(at, 1) });
  if (!piece) return undefined;
  const order = piece.site.orderAt(piece.turn);
  if (order.length === 0) return undefined;
  return { number: Math.floor(piece.turn / order.length), order, place: piece.turn % order.length };
}
