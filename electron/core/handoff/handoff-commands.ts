import type { HandoffCommand } from "../../../shared/handoff/handoff-command.ts";
import type { Contract, Outcome } from "../../../shared/rpc/contract.ts";
import type { Handlers } from "../../../shared/rpc/define.ts";
import type { handoffCommands } from "../../../shared/rpc/handoff-commands.ts";

/** The host's answers to the commands of handoffs; all of them are decided in the core. */
export const handoffHandlers = (
  ask: (command: HandoffCommand) => Outcome,
): Pick<Handlers<Contract>, keyof typeof handoffCommands> => ({
  "say-where-it-stands": (input) => ask({ kind: "say-where-it-stands", ...input }),
  "tick-handoff": (input) => ask({ kind: "tick-handoff", ...input }),
  "waive-handoff": (input) => ask({ kind: "waive-handoff", ...input }),
  "promise-runbook": (input) => ask({ kind: "promise-runbook", ...input }),
  "note-handoff": (input) => ask({ kind: "note-handoff", ...input }),
  "offer-handoff": (input) => ask({ kind: "offer-handoff", ...input }),
  "withdraw-handoff": (input) => ask({ kind: "withdraw-handoff", ...input }),
  "accept-handoff": (input) => ask({ kind: "accept-handoff", ...input }),
  "decline-handoff": (input) => ask({ kind: "decline-handoff", ...input }),
  "record-answer": (input) => ask({ kind: "record-answer", ...input }),
});
