import { visible } from "../text/clean.ts";
import { pathText, type Path, type Position } from "./team-document.ts";

export type TeamProblemKind =
  | "syntax"
  | "unknown-key"
  | "unknown-word"
  | "unknown-id"
  | "duplicate-id"
  | "missing"
  | "wrong-type"
  | "out-of-range"
  | "bad-id"
  | "bad-date"
  | "bad-time"
  | "bad-zone"
  | "bad-duration"
  | "bad-url"
  | "conflict"
  | "secret-in-file"
  | "too-large";

/** One thing that is wrong with a team file. `found` and `expected` are phrases for people, and `found` never holds a secret. */
export type TeamProblem = Position & {
  readonly path: Path;
  readonly kind: TeamProblemKind;
  readonly found: string;
  readonly expected: string;
  /** The known word that was probably meant. */
  readonly nearest?: string;
};

/** One line: `team.yaml:12:5: services[0].owners.primary: found "bobb", expected …; did you mean "bob"?` */
export function problemText(file: string, problem: TeamProblem): string {
  const place = `${file}:${problem.line}:${problem.column}`;
  const path = problem.path.length === 0 ? "" : ` ${pathText(problem.path)}:`;
  const hint = problem.nearest === undefined ? "" : `; did you mean ${JSON.stringify(problem.nearest)}?`;
  return `${place}:${path} found ${problem.found}, expected ${problem.expected}${hint}`;
}

const longestFound = 60;

/** A value from the file as a phrase that fits on one line. */
export function foundText(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "string") {
    const shown = value.length > longestFound ? `${value.slice(0, longestFound)}…` : value;
    return JSON.stringify(visible(shown));
  }
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  return "a mapping";
}

/** In the order of the file; problems at one place keep theirs. */
export function inFileOrder<T extends Position>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
