import { second } from "../../time/duration.ts";
import type { Instant } from "../../time/instant.ts";
import { drillNotice } from "../../paging/notice-facts.ts";
import { actor, refused } from "../../state/command-tools.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import { beginDrill } from "../../state/drill.ts";
import type { Stamp } from "../../state/event.ts";
import type { AppState } from "../../state/state.ts";

/** How long somebody who asked for the drill has to answer. */
const drillWithin = 60 * second;

/** Shows the drill's notice, unless one runs already. */
export function startDrill(state: AppState, { now }: Stamp): Decision {
  if (state.drill?.kind === "running") return refused(state, "busy");
  const drill = beginDrill(state, { by: actor(state), now, within: drillWithin });
  return { ...drill, reply: { kind: "done", count: 1 } };
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

/** When a running drill will have failed for want of an answer. */
export const drillEndsAt = ({ drill }: AppState, now: Instant): Instant | undefined =>
  drill?.kind === "running" && drill.answerBy > now ? drill.answerBy : undefined;
