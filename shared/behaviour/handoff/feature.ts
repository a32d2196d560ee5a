import { handoffOfNotice } from "../../paging/notice-facts.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import { dutyWake } from "../../state/duty.ts";
import type { EventOf, Stamp } from "../../state/event.ts";
import type { Feature } from "../../state/feature.ts";
import type { AppState } from "../../state/state.ts";
import { minute } from "../../time/duration.ts";
import { after, earliest, type Instant } from "../../time/instant.ts";
import { handoffCommands } from "./carry-out.ts";
import { handoffView } from "./handoff-view.ts";
import { onHandoffsRead, onPaperFailed, onPaperWritten, onUnshared } from "./on-handoff.ts";
import { handoffWake, settleHandoffs } from "./settle-handoffs.ts";

/** How long answers may be on their way to a machine that has just woken, before an offer of its person lapses. */
const patience = 2 * minute;

/** Handing over: the draft, the offer, the answer, and what of it is in force beside the schedule. */
export const handoff = {
  hear: {
    started: (state, _event, { now }) => becomes(patient(state, now)),
    machine: (state, { what }, { now }) => becomes(what === "resumed" ? patient(state, now) : state),
    "handoffs-read": onHandoffsRead,
    "handoffs-unshared": (state, { reason }) => onUnshared(state, reason),
    "paper-written": onPaperWritten,
    "paper-failed": onPaperFailed,
    "notice-button": onButton,
  },
  command: handoffCommands,
  settle: [{ step: settleHandoffs, wake: (state, now) => earliest(handoffWake(state, now), dutyWake(state, now)) }],
  view: (state, { now }) => ({ handoff: handoffView(state, now) }),
} satisfies Feature;

const patient = (state: AppState, now: Instant): AppState => ({
  ...state,
  handoffs: { ...state.handoffs, patientUntil: after(now, patience) },
});

function onButton(state: AppState, { key, button }: EventOf<"notice-button">, stamp: Stamp): Decision {
  const id = handoffOfNotice(key);
  if (id === undefined || button !== "accept") return becomes(state);
  return handoffCommands["accept-handoff"](state, { kind: "accept-handoff", id }, stamp);
}
