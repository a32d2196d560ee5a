import { takeUp } from "../kept/restore.ts";
import { andThen, becomes, type Decision } from "../state/decision.ts";
import type { PersonCommand } from "../state/command.ts";
import type { AppEvent, Stamp } from "../state/event.ts";
import type { CarryOut, Hear } from "../state/feature.ts";
import { remembered } from "../state/recent-log.ts";
import type { AppState } from "../state/state.ts";
import { features } from "./features.ts";
import { settle } from "./settle.ts";

/**
 * The whole of Baton's behaviour: what an event makes of the state, and what is to be written down and done. Pure: the same
 * state, event and stamp give the same decision, so a log of stamped events replays to the same state.
 */
export function decide(state: AppState, event: AppEvent, stamp: Stamp): Decision {
  const heard = event.kind === "command" ? carryOut(state, event.command, stamp) : hear(state, event, stamp);
  return remembered(settle(state, heard, stamp));
}

/** What the features make of an event, one after the other. At the start they find what survived in its place. */
function hear(state: AppState, event: AppEvent, stamp: Stamp): Decision {
  return features.reduce(
    (decision, feature) => {
      // The table's key says which event the function takes; the compiler cannot follow that.
      const one = feature.hear?.[event.kind] as Hear<typeof event.kind> | undefined;
      return one ? andThen(decision, (next) => one(next, event, stamp)) : decision;
    },
    becomes(event.kind === "started" ? takeUp(state, event.restored) : state),
  );
}

function carryOut(state: AppState, command: PersonCommand, stamp: Stamp): Decision {
  for (const feature of features) {
    const one = feature.command?.[command.kind] as CarryOut<typeof command.kind> | undefined;
    if (one) return one(state, command, stamp);
  }
  // Every kind has its feature: features.ts does not compile otherwise.
  return becomes(state);
}
