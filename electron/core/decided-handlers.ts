import { decidedCommands, type DecidedCommand } from "../../shared/state/command.ts";
import type { Contract, Outcome } from "../../shared/rpc/contract.ts";
import type { Handlers } from "../../shared/rpc/define.ts";

type Decided = Pick<Handlers<Contract>, DecidedCommand["kind"]>;

/** Answers every command that is decided as it was sent. */
export function decidedHandlers(ask: (command: DecidedCommand) => Outcome): Decided {
  const kinds = Object.keys(decidedCommands) as readonly DecidedCommand["kind"][];
  // The contract has validated the input against the schema of its kind; the compiler cannot tie the two in a loop.
  const answer = (kind: DecidedCommand["kind"]) => (input: object) => ask({ kind, ...input } as DecidedCommand);
  return Object.fromEntries(kinds.map((kind) => [kind, answer(kind)])) as Decided;
}
