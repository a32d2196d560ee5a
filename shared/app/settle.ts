import { andThen, type Decision } from "../state/decision.ts";
import type { Stamp } from "../state/event.ts";
import type { AppState } from "../state/state.ts";
import { features } from "./features.ts";

/** Everything that time brings, in its order. */
export const settlings = features.flatMap(({ settle: steps = [] }) => steps);

/** What was decided, and what time itself brings after it: deadlines pass, steps are reached, questions and notices fall due. */
export const settle = (heard: AppState, decision: Decision, stamp: Stamp): Decision =>
  settlings.reduce((current, { step }) => andThen(current, (state) => step(state, stamp, heard)), decision);
