import type { AppState } from "../state/state.ts";
import { earliest, type Instant } from "../time/instant.ts";
import { settlings } from "./settle.ts";

/** The next instant after `now` at which time alone changes something; undefined where nothing is ahead. */
export const nextWake = (state: AppState, now: Instant): Instant | undefined =>
  earliest(...settlings.map(({ wake }) => wake(state, now)));
