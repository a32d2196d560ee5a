import type { Instant } from "../time/instant.ts";
import type { CommandOf, PersonCommand } from "./command.ts";
import type { Decision } from "./decision.ts";
import type { AppEvent, EventOf, Stamp } from "./event.ts";
import type { Look } from "./look.ts";
import type { AppState } from "./state.ts";

/** What a subject makes of an event. */
export type Hear<K extends AppEvent["kind"]> = (state: AppState, event: EventOf<K>, stamp: Stamp) => Decision;

/** How a subject carries out what a person asked for, or says why not; nothing of a refused command is done. */
export type CarryOut<K extends PersonCommand["kind"]> = (
  state: AppState,
  command: CommandOf<K>,
  stamp: Stamp,
) => Decision;

/**
 * What time itself brings, after every event, and when it brings it next: between now and that instant `step` changes nothing.
 * `heard` is the state as the event found it. What is due and was not done waits for something else than time.
 */
export type Settling = {
  readonly step: (state: AppState, stamp: Stamp, heard: AppState) => Decision;
  /** The next instant after `now` at which time alone makes the step do something; undefined where none is ahead. */
  readonly wake: (state: AppState, now: Instant) => Instant | undefined;
};

/** The whole of one subject's behaviour, and all that the centre knows of it. */
export type Feature = {
  readonly hear?: { readonly [K in AppEvent["kind"]]?: Hear<K> };
  readonly command?: { readonly [K in PersonCommand["kind"]]?: CarryOut<K> };
  /** In the order in which they are done. */
  readonly settle?: readonly Settling[];
  /** Its part of what a screen shows. */
  readonly view?: (state: AppState, look: Look) => object;
};

/** For a step that time alone never makes due. */
export const neverByTime = (): undefined => undefined;
