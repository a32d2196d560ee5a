import type { Instant } from "../../shared/time/instant.ts";

/** Good, bad input, wrong use. */
export type ExitCode = 0 | 1 | 2;

/** What a command may touch beside files. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly now: () => Instant;
};

export type Flag = {
  readonly name: string;
  /** What stands after it, such as `FILE`; a flag without one is a switch. */
  readonly value?: string;
  readonly required?: true;
  readonly about: string;
};

/** What a command was given, after checking: one text per flag, and the words between flags. */
export type Given = { readonly flags: ReadonlyMap<string, string>; readonly words: readonly string[] };

export type Command = {
  readonly name: string;
  readonly about: string;
  /** Names of the words that it takes, such as `FILE`. */
  readonly words: readonly string[];
  readonly flags: readonly Flag[];
  readonly run: (given: Given, terminal: Terminal) => ExitCode | Promise<ExitCode>;
};
