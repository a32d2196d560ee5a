import { second } from "../time/duration.ts";
import { after, type Instant } from "../time/instant.ts";
import { drillNotice } from "../paging/notice-facts.ts";
import { actor, refused } from "./command-tools.ts";
import { becomes, type Decision } from "./decision.ts";
import type { Stamp } from "./event.ts";
import type { AppState } from "./state.ts";

/* The pager check: a notice that goes the way of a page, and the press that answers it. */

/** How long somebody has to answer. */
const drillWithin = 60 * second;

/** Shows the drill's notice, unless one runs already. */
export function startDrill(state: AppState, { now }: Stamp): Decision {
  if (state.drill?.kind === "running") return refused(state, "busy");
  const next: AppState = { ...state, drill: { kind: "running", startedAt: now } };
  const order = {
    facts: { kind: "drill", key: drillNotice },
    now,
    sound: state.settings.sound ? "notice" : "none",
    sticky: true,
  } as const;
  return {
    state: next,
    effects: [{ kind: "show-notice", order }],
    entries: [{ at: now, kind: "drill-started", body: { by: actor(state) } }],
    reply: { kind: "done", count: 1 },
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
  if (drill?.kind !== "running" || after(drill.startedAt, drillWithin) > now) return becomes(state);
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
  drill?.kind === "running" ? after(drill.startedAt, drillWithin) : undefined;
