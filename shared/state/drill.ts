import { drillNotice } from "../paging/notice-facts.ts";
import { minute } from "../time/duration.ts";
import { after, type Instant } from "../time/instant.ts";
import { becomes, type Decision } from "./decision.ts";
import type { Stamp } from "./event.ts";
import type { AppState } from "./state.ts";

/** How long somebody has to answer a check that came with the beginning of a shift, for which nobody waits. */
const shiftDrillWithin = 15 * minute;

/** The check at the start of a shift. Not while a page is on the screen, which shows the same and matters more. */
export function checkAtShift(state: AppState, { now }: Stamp): Decision {
  if (state.drill?.kind === "running" || state.tellings.size > 0) return becomes(state);
  return beginDrill(state, { by: "shift", now, within: shiftDrillWithin });
}

type Beginning = { readonly by: string; readonly now: Instant; readonly within: number };

/** Shows the drill's notice and waits for its answer. */
export function beginDrill(state: AppState, { by, now, within }: Beginning): Decision {
  const next: AppState = { ...state, drill: { kind: "running", startedAt: now, answerBy: after(now, within) } };
  const order = {
    facts: { kind: "drill", key: drillNotice },
    now,
    sound: state.settings.sound ? "notice" : "none",
    sticky: true,
  } as const;
  return {
    state: next,
    effects: [{ kind: "show-notice", order }],
    entries: [{ at: now, kind: "drill-started", body: { by } }],
  };
}
