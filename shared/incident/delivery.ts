import type { Delivery } from "./incident-shape.ts";
import type { OutboxEntry } from "./outbox.ts";

/** What became of an action, for people. */
export function deliveryOf({ action, madeAt, state }: OutboxEntry): Delivery {
  switch (state.kind) {
    case "queued":
      return {
        kind: "waiting",
        action: action.kind,
        since: madeAt,
        attempts: state.attempts,
        nextAt: state.nextAt,
        ...(state.last && { failure: state.last.kind }),
      };
    case "sending":
      return { kind: "waiting", action: action.kind, since: madeAt, attempts: state.attempts, nextAt: state.since };
    case "accepted":
      return { kind: "sent", action: action.kind, since: state.since, nextAt: state.nextAt };
    case "confirmed":
      return { kind: "confirmed", action: action.kind, at: state.at };
    case "refused":
      return { ...state, action: action.kind };
  }
}
