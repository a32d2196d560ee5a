import { runProgram } from "../../electron/cli/program.ts";
import type { Instant } from "../../shared/time/instant.ts";

export type CommandResult = { readonly code: number; readonly out: string; readonly err: string };

/** The command line `baton`, in this process, at an instant: `batonAt(noon)("oncall", "--team", path)`. */
export const batonAt =
  (now: Instant) =>
  async (...args: readonly string[]): Promise<CommandResult> => {
    const out: string[] = [];
    const err: string[] = [];
    const terminal = { out: (text: string) => out.push(text), err: (text: string) => err.push(text), now: () => now };
    const code = await runProgram(args, terminal);
    return { code, out: out.join("\n"), err: err.join("\n") };
  };
