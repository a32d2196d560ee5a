import { parseArgs } from "node:util";
import { err, ok, type Result } from "../../shared/result.ts";
import { nearest } from "../../shared/team-file/nearest.ts";
import { foundText } from "../../shared/team-file/team-problem.ts";
import type { Command, Flag, Given } from "./command.ts";

/** Every command explains itself. */
export const helpFlag: Flag = { name: "help", about: "show this" };

type Token = NonNullable<ReturnType<typeof tokensOf>>[number];

/** Sorts a command's arguments, or says in one line what is wrong with them. */
export function readArguments(command: Command, args: readonly string[]): Result<Given, string> {
  const known = [...command.flags, helpFlag];
  const flags = new Map<string, string>();
  const words: string[] = [];
  for (const token of tokensOf(known, args)) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const flag = known.find(({ name }) => name === token.name);
    const wrong = complaint(token, flag, known);
    if (wrong !== undefined) return err(wrong);
    if (flags.has(token.name)) return err(`${token.rawName} stands twice`);
    flags.set(token.name, token.value ?? "");
  }
  if (flags.has(helpFlag.name)) return ok({ flags, words });
  return checkComplete(command, { flags, words });
}

const tokensOf = (flags: readonly Flag[], args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: Object.fromEntries(
      flags.map(({ name, value }) => [
        name,
        { type: value === undefined ? ("boolean" as const) : ("string" as const) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;

function complaint(
  token: Extract<Token, { kind: "option" }>,
  flag: Flag | undefined,
  known: readonly Flag[],
): string | undefined {
  if (!flag) {
    const hint = nearest(
      token.name,
      known.map(({ name }) => name),
    );
    return `unknown flag ${foundText(token.rawName)}${hint === undefined ? "" : `; did you mean --${hint}?`}`;
  }
  if (flag.value === undefined) return token.value === undefined ? undefined : `--${flag.name} takes no value`;
  return token.value === undefined || token.value === "" ? `--${flag.name} needs a value: ${flag.value}` : undefined;
}

function checkComplete(command: Command, given: Given): Result<Given, string> {
  const missing = command.flags.find(({ name, required }) => required === true && !given.flags.has(name));
  if (missing) return err(`--${missing.name} ${missing.value ?? ""} is missing`.replace("  ", " "));
  const word = command.words[given.words.length];
  if (word !== undefined) return err(`${word} is missing`);
  const extra = given.words[command.words.length];
  return extra === undefined ? ok(given) : err(`unexpected ${foundText(extra)}`);
}
