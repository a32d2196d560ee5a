import { nearest } from "../../shared/team-file/nearest.ts";
import { foundText } from "../../shared/team-file/team-problem.ts";
import { helpFlag, readArguments } from "./arguments.ts";
import { check } from "./check.ts";
import type { ExitCode, Terminal } from "./command.ts";
import { fairnessCommand } from "./fairness.ts";
import { erasePerson } from "./erase-person.ts";
import { exportPerson } from "./export-person.ts";
import { holidays } from "./holidays.ts";
import { insight } from "./insight.ts";
import { oncall } from "./oncall.ts";
import { override } from "./override.ts";
import { schedule } from "./schedule.ts";
import { commandHelp, generalHelp, usageLine } from "./usage.ts";
import { verify } from "./verify.ts";

const commands = [
  check,
  oncall,
  override,
  schedule,
  fairnessCommand,
  holidays,
  insight,
  verify,
  exportPerson,
  erasePerson,
] as const;

/** Runs `baton` with its arguments. What is asked for goes to `out`, what is wrong with the asking to `err`. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") {
    terminal.out(generalHelp(commands));
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) {
    terminal.err(unknownCommand(name));
    terminal.err(generalHelp(commands));
    return 2;
  }
  const given = readArguments(command, rest);
  if (!given.ok) {
    terminal.err(`baton ${command.name}: ${given.error}`);
    terminal.err(`Usage: ${usageLine(command)}`);
    return 2;
  }
  if (given.value.flags.has(helpFlag.name)) {
    terminal.out(commandHelp(command));
    return 0;
  }
  return command.run(given.value, terminal);
}

function unknownCommand(name: string | undefined): string {
  if (name === undefined) return "baton: a command is missing";
  const hint = nearest(
    name,
    commands.map((command) => command.name),
  );
  return `baton: unknown command ${foundText(name)}${hint === undefined ? "" : `; did you mean ${hint}?`}`;
}
