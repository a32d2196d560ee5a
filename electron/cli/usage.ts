import { helpFlag } from "./arguments.ts";
import type { Command, Flag } from "./command.ts";

/** `baton oncall --team FILE [--at TIME] [--json]` */
export function usageLine({ name, words, flags }: Command): string {
  const shown = flags.map((flag) => (flag.required === true ? flagText(flag) : `[${flagText(flag)}]`));
  return ["baton", name, ...words, ...shown].join(" ");
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  return [`Usage: ${usageLine(command)}`, "", `${command.about}.`, "", ...rows(command.flags)].join("\n");
}

/** The help of all of them. */
export function generalHelp(commands: readonly Command[]): string {
  const lines = commands.flatMap((command) => [`  ${usageLine(command)}`, `      ${command.about}`]);
  return ["Usage: baton COMMAND", "", ...lines, "", "Exit codes: 0 good, 1 bad input, 2 wrong use."].join("\n");
}

const flagText = ({ name, value }: Flag): string => (value === undefined ? `--${name}` : `--${name} ${value}`);

function rows(flags: readonly Flag[]): readonly string[] {
  const all = [...flags, helpFlag];
  const width = Math.max(...all.map((flag) => flagText(flag).length));
  return all.map((flag) => `  ${flagText(flag).padEnd(width)}  ${flag.about}`);
}
