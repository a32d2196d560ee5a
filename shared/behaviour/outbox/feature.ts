import { deliveryOf } from "../../incident/delivery.ts";
import type { OutboxEntry } from "../../incident/outbox.ts";
import { idleWake } from "../../state/idle.ts";
import type { CommandOf } from "../../state/command.ts";
import { refused } from "../../state/command-tools.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Feature } from "../../state/feature.ts";
import type { AppState } from "../../state/state.ts";
import type { Instant } from "../../time/instant.ts";
import { extendAcknowledgements } from "./extend.ts";
import { onActionAccepted, onActionDone, onActionFailed, outboxWake, settleOutbox } from "./outbox.ts";

const shownRefusals = 20;

/** What people ask of sources: queued, sent, confirmed or refused, and kept until it is. */
export const outbox = {
  hear: {
    started: (state, _event, { now }) =>
      becomes({ ...state, outbox: new Map([...state.outbox].map(([id, entry]) => [id, requeued(entry, now)])) }),
    "action-done": onActionDone,
    "action-accepted": onActionAccepted,
    "action-failed": onActionFailed,
  },
  command: { "dismiss-delivery": dismissDelivery },
  settle: [
    { step: extendAcknowledgements, wake: idleWake },
    { step: settleOutbox, wake: outboxWake },
  ],
  view,
} satisfies Feature;

/** An action that was on its way when Baton ended may or may not have arrived; sources take it twice without harm. */
function requeued(entry: OutboxEntry, now: Instant): OutboxEntry {
  if (entry.state.kind !== "sending") return entry;
  return { ...entry, state: { kind: "queued", attempts: entry.state.attempts, nextAt: now } };
}

function dismissDelivery(state: AppState, { id }: CommandOf<"dismiss-delivery">): Decision {
  const entry = state.outbox.get(id);
  if (entry?.state.kind !== "refused") return refused(state, "not-found");
  const outbox = new Map(state.outbox);
  outbox.delete(id);
  return { ...becomes({ ...state, outbox }), reply: { kind: "done", count: 1 } };
}

/** What waits or was refused; what was sent, accepted or confirmed shows with its incident. */
function view(state: AppState) {
  const shown = [...state.outbox.values()]
    .filter(({ state: at }) => at.kind === "queued" || at.kind === "refused")
    .slice(-shownRefusals)
    .map((entry) => ({
      id: entry.id,
      incident: entry.incident,
      title: state.incidents.get(entry.incident)?.alert.title ?? entry.action.key,
      source: entry.source,
      delivery: deliveryOf(entry),
    }));
  return { outbox: shown };
}
