import * as v from "valibot";
import { series } from "../text/sentence.ts";
import { nearest } from "./nearest.ts";
import { shown, type Finding, type Review } from "./review.ts";
import { isMapping, type Path } from "./team-document.ts";
import { foundText } from "./team-problem.ts";
import { formatOf } from "./text-format.ts";

type Issue = v.BaseIssue<unknown>;

/** Where a valibot issue stands, and the same issue as a finding. */
export type ShapeProblem = { readonly path: Path; readonly part: "key" | "value"; readonly finding: Finding };

/** Checks the shape of the value at `base` and reports every issue to the review. */
export function checkShape<Output>(review: Review, base: Path, check: Check<Output>): Output | undefined {
  const first = v.safeParse(check.schema, check.value);
  if (first.success) return first.output;
  const problems = first.issues.flatMap((issue) => shapeProblems(issue, base));
  for (const { path, part, finding } of problems) {
    if (part === "key") review.keyProblem(path, finding);
    else review.problem(path, finding);
  }
  return salvage(
    check,
    problems.map(({ path }) => path.slice(base.length)),
  );
}

/** What is left after the parts that were refused are taken out is still checked for what it refers to. */
type Check<Output> = { readonly schema: v.GenericSchema<unknown, Output>; readonly value: unknown };

/** Takes out what was refused, then what is incomplete without it, up to the whole; `undefined` where nothing is left. */
function salvage<Output>(check: Check<Output>, refused: readonly Path[]): Output | undefined {
  let value = check.value;
  let paths = refused;
  for (let round = 0; round < deepestShape; round += 1) {
    for (const path of paths) value = without(value, path);
    const parsed = v.safeParse(check.schema, value);
    if (parsed.success) return parsed.output;
    // What is missing cannot be taken out; the mapping that misses it can.
    paths = parsed.issues.map((issue) => innermost(keysOf(issue)).slice(0, -1));
    if (paths.some((path) => path.length === 0)) return undefined;
  }
  return undefined;
}

/** More levels than any item of the file has. */
const deepestShape = 8;

/** A path up to its innermost mapping key. */
const innermost = (path: Path): Path => path.slice(0, path.findLastIndex((part) => typeof part === "string") + 1);

/** A copy of `value` without the innermost mapping key on `path`. */
const without = (value: unknown, path: Path): unknown => omit(value, innermost(path));

function omit(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return value;
  if (typeof key === "number") {
    return Array.isArray(value)
      ? value.map((item: unknown, index) => (index === key ? omit(item, rest) : item))
      : value;
  }
  if (!isMapping(value)) return value;
  const entries = Object.entries(value);
  if (rest.length === 0) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return Object.fromEntries(entries.map(([name, item]) => [name, name === key ? omit(item, rest) : item]));
}

function shapeProblems(issue: Issue, base: Path): readonly ShapeProblem[] {
  const path = [...base, ...keysOf(issue)];
  if (issue.type === "union" && issue.issues) return optionProblems(issue, issue.issues, path);
  if (issue.type === "raw_check") return [{ path, part: "key", finding: unknownKey(issue, path) }];
  if (isMissing(issue)) {
    const key = String(path.at(-1));
    const finding: Finding = {
      kind: "missing",
      found: `no ${JSON.stringify(key)}`,
      expected: `a value for ${JSON.stringify(key)}`,
    };
    return [{ path, part: "value", finding }];
  }
  return [{ path, part: "value", finding: finding(issue, path) }];
}

const keysOf = (issue: Issue): Path =>
  (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));

/** Of a union's options, the one that was probably meant: the one that fits best in kind. */
function optionProblems(issue: Issue, options: readonly Issue[], path: Path): readonly ShapeProblem[] {
  const inside = options.filter((option) => (option.path?.length ?? 0) > 0 || option.kind === "validation");
  if (inside.length > 0) return inside.flatMap((option) => shapeProblems(option, path));
  const word = options.find((option) => option.type === "picklist" && typeof option.input === "string");
  if (word) return shapeProblems(word, path);
  const expected = options.map((option) => expectation(option)).join(", or ");
  return [{ path, part: "value", finding: { kind: "wrong-type", found: shown(path, issue.input), expected } }];
}

const isMissing = (issue: Issue): boolean =>
  (issue.type === "loose_object" && issue.path?.at(-1)?.origin === "key") ||
  (issue.type === "variant" && issue.path !== undefined && issue.input === undefined);

function unknownKey(issue: Issue, path: Path): Finding {
  const key = String(path.at(-1));
  const known = quotedWords(issue.expected);
  const owner: unknown = issue.path?.at(-1)?.input;
  const kind = isMapping(owner) ? owner["kind"] : undefined;
  return {
    kind: "unknown-key",
    found:
      typeof kind === "string"
        ? `the key ${foundText(key)}, which the kind ${kind} does not have`
        : `the unknown key ${foundText(key)}`,
    expected: known.join(", "),
    nearest: nearest(key, known),
  };
}

function finding(issue: Issue, path: Path): Finding {
  const format = issue.type === "regex" ? formatOf(issue.requirement) : undefined;
  if (format) {
    const found = format.kind === "secret-in-file" ? "text that is not shown here" : shown(path, issue.input);
    return { kind: format.kind, found, expected: format.expected };
  }
  const found = shown(path, issue.input);
  if ((issue.type === "picklist" || issue.type === "variant") && typeof issue.input === "string") {
    const known = quotedWords(issue.expected);
    return { kind: "unknown-word", found, expected: anyOf(known), nearest: nearest(issue.input, known) };
  }
  if (issue.kind === "validation") {
    return { kind: "out-of-range", found: measured(issue, found), expected: expectation(issue) };
  }
  return { kind: issue.type === "literal" ? "out-of-range" : "wrong-type", found, expected: expectation(issue) };
}

const measured = (issue: Issue, found: string): string =>
  Array.isArray(issue.input) ? `a list of ${issue.input.length}` : found;

/** What an issue's schema or check wants, as a phrase. */
function expectation(issue: Issue): string {
  const bound = String(issue.requirement);
  switch (issue.type) {
    case "string":
      return typeof issue.input === "number" ? "text (put it in quotes)" : "text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    case "custom":
      return "a mapping of keys to values";
    case "picklist":
    case "variant":
      return anyOf(quotedWords(issue.expected));
    case "literal":
      return String(issue.expected).replace(/^"(.*)"$/, "$1");
    case "integer":
      return "a whole number";
    case "min_value":
      return `${bound} or more`;
    case "max_value":
      return `${bound} or less`;
    case "min_length":
      return `at least ${bound}`;
    case "max_length":
      return `at most ${bound}`;
    default:
      return String(issue.expected);
  }
}

/** Valibot lists the words of a picklist as `("a" | "b")`. */
const quotedWords = (expected: string | null): readonly string[] =>
  [...(expected ?? "").matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? "");

const anyOf = (words: readonly string[]): string => series(words, "or");
