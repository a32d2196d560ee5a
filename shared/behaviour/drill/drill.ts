import { minute, second } from "../../time/duration.ts";
import { after, type Instant } from "../../time/instant.ts";
import { drillNotice } from "../../paging/notice-facts.ts";
import { actor, refused } from "../../state/command-tools.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Stamp } from "../../state/event.ts";
import type { AppState } from "../../state/state.ts";

/* The pager check: a notice that goes the way of a page, and the press that answers it. */

/** How long somebody who asked for the drill has to answer. */
const drillWithin = 60 * second;
/** How long when it came with the beginning of a shift, and nobody waits for it. */
const shiftDrillWithin = 15 * minute;

/** Shows the drill's notice, unless one runs already. */
export function startDrill(state: AppState, { now }: Stamp): Decision {
  if (state.drill?.kind === "running") return refused(state, "busy");
  const drill = begin(state, { by: actor(state), now, within: drillWithin });
  return { ...drill, reply: { kind: "done", count: 1 } };
}

/** The check at the start of a shift. Not while a page is on the screen, which shows the same and matters more. */
export function checkAtShift(state: AppState, { now }: Stamp): Decision {
  if (state.drill?.kind === "running" || state.tellings.size > 0) return becomes(state);
  return begin(state, { by: "shift", now, within: shiftDrillWithin });
}

type Beginning = { readonly by: string; readonly now: Instant; readonly within: number };

function begin(state: AppState, { by, now, within }: Beginning): Decision {
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

/** The notice is on the screen: that much of the way works. */
export function drillShown(state: AppState, { now }: Stamp): Decision {
  const { drill } = state;
  return becomes(drill?.kind === "running" ? { ...state, drill: { ...drill, shownAt: drill.shownAt ?? now } } : state);
}

/** No notice could be shown. */
export function failDrill(state: AppState, { now }: Stamp): Decision {
  if (state.drill?.kind !== "running") return becomes(state);
  const entries = [{ at: now, kind: "drill-failed", body: { reason: "not-shown" } }];
  return { ...becomes({ ...state, drill: { kind: "failed", at: now, reason: "not-shown" } }), entries };
}

/** Somebody pressed the button: "you would have been paged in 0.8 s". */
export function passDrill(state: AppState, { now }: Stamp): Decision {
  const { drill } = state;
  if (drill?.kind !== "running") return refused(state, "not-found");
  const milliseconds = (drill.shownAt ?? now) - drill.startedAt;
  return {
    state: { ...state, drill: { kind: "passed", at: now, milliseconds } },
    effects: [{ kind: "close-notice", key: drillNotice }],
    entries: [{ at: now, kind: "drill-passed", body: { milliseconds } }],
    reply: { kind: "done", count: 1 },
  };
}

/** A drill that nobody answers has failed, and says at which end. */
export function endDrill(state: AppState, { now }: Stamp): Decision {
  const { drill } = state;
  if (drill?.kind !== "running" || drill.answerBy > now) return becomes(state);
  const reason = drill.shownAt === undefined ? "not-shown" : "not-acknowledged";
  const entries = [{ at: now, kind: "drill-failed", body: { reason } }];
  return {
    state: { ...state, drill: { kind: "failed", at: now, reason } },
    effects: [{ kind: "close-notice", key: drillNotice }],
    entries,
  };
}

/** When a running drill has failed for want of an answer. */
export const drillEndsAt = ({ drill }: AppState): Instant | undefined =>
  drill?.kind === "running" ? drill.answerBy : undefined;
