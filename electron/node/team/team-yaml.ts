import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Path, Position, TeamDocument } from "../../../shared/team-file/team-document.ts";
import { foundText, inFileOrder, type TeamProblem } from "../../../shared/team-file/team-problem.ts";
import { lineMap, type LineMap } from "./line-map.ts";
import type { Placed, PlacedEntry, PlacedText, Quote } from "./placed.ts";
import { syntaxWords } from "./team-syntax.ts";

/** Bytes of UTF-8. Ten thousand services fit. */
export const maxTeamFileBytes = 1_048_576;

/** Values after aliases are written out, and how deep they may nest; both far above any real team. */
const maxValues = 300_000;
const maxDepth = 32;
/** The parser recurses once a bracket, so deep text is refused before it sees it. */
const maxOpenBrackets = 500;
/** One slip of the pen may break every line after it. */
const maxSyntaxProblems = 100;

type Read = Result<TeamDocument, readonly TeamProblem[]>;
type Yaml = Document.Parsed;

/** Reads YAML 1.2 as plain values with their places. Every syntax error and every key that stands twice is reported. */
export function readTeamYaml(text: string): Read {
  // Neither a byte order mark nor the line ends of Windows move anything on its line.
  const source = text.replace(/^\u{feff}/u, "").replaceAll("\r\n", "\n");
  const lines = lineMap(source);
  if (new TextEncoder().encode(source).length > maxTeamFileBytes) {
    return err([{ ...lines(0), path: [], kind: "too-large", found: "more than 1 MB", expected: "at most 1 MB" }]);
  }
  const deep = deepBracket(source);
  if (deep !== undefined) return err([{ ...lines(deep), path: [], ...syntaxWords("RESOURCE_EXHAUSTION") }]);
  const yaml = parse(source);
  const broken = [...yaml.errors, ...yaml.warnings].slice(0, maxSyntaxProblems);
  if (broken.length === 0) return readValues(yaml, lines);
  return err(inFileOrder(broken.map(({ pos, code }) => ({ path: [], ...lines(pos[0]), ...syntaxWords(code) }))));
}

const parse = (source: string): Yaml =>
  parseDocument(source, {
    // Pretty errors quote the source, in which secrets may stand.
    prettyErrors: false,
    logLevel: "error",
    stringKeys: true,
    resolveKnownTags: false,
    // The parser compares every key with every other; the walk below uses a map.
    uniqueKeys: false,
  });

function readValues(yaml: Yaml, lines: LineMap): Read {
  const walk: Walk = { yaml, lines, problems: [], values: 0 };
  const value = plain(walk, yaml.contents, []);
  if (walk.problems.length > 0) return err(inFileOrder(walk.problems));
  return ok({ value, locate: (path, part) => locate(walk, path, part) });
}

type Walk = { readonly yaml: Yaml; readonly lines: LineMap; readonly problems: TeamProblem[]; values: number };

/** Objects have no prototype, so that a key such as `__proto__` is a key like any other. */
function plain(walk: Walk, node: Node | null, path: Path): unknown {
  walk.values += 1;
  if (walk.values > maxValues || path.length > maxDepth) {
    if (walk.problems.length === 0) {
      walk.problems.push({ path, ...startOf(walk, node), ...syntaxWords("RESOURCE_EXHAUSTION") });
    }
    return null;
  }
  if (isAlias(node)) {
    const target = node.resolve(walk.yaml);
    if (target) return plain(walk, target, path);
    walk.problems.push({ path, ...startOf(walk, node), ...syntaxWords("BAD_ALIAS") });
    return null;
  }
  if (isMap(node)) return plainMap(walk, node, path);
  if (isSeq<Node>(node)) return node.items.map((item, index) => plain(walk, item, [...path, index]));
  return isScalar(node) ? node.value : null;
}

function plainMap(walk: Walk, map: YAMLMap, path: Path): unknown {
  const entries = new Map<string, unknown>();
  for (const { key, value } of map.items) {
    const name = keyText(key);
    if (entries.has(name)) {
      const finding = { found: `the key ${foundText(name)} a second time`, expected: "each key once" };
      walk.problems.push({ path: [...path, name], ...startOf(walk, key), kind: "syntax", ...finding });
    }
    entries.set(name, plain(walk, asNode(value), [...path, name]));
  }
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of entries) object[name] = value;
  return object;
}

/** The parser has refused keys that are not text. */
const keyText = (key: unknown): string => (isScalar(key) && typeof key.value === "string" ? key.value : "");

const asNode = (value: unknown): Node | null =>
  isMap(value) || isSeq(value) || isScalar(value) || isAlias(value) ? value : null;

/** The place of the value or key at `path`, or of the nearest parent that is in the file. */
function locate(walk: Walk, path: Path, part: "key" | "value"): Position {
  let node: Node | null = walk.yaml.contents;
  let found = startOf(walk, node);
  for (const [index, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(walk.yaml) ?? null;
    const pair = isMap(node) ? node.items.find(({ key }) => keyText(key) === String(step)) : undefined;
    const next: Node | null = pair ? asNode(pair.value) : isSeq<Node>(node) ? (node.items[Number(step)] ?? null) : null;
    if (!pair && !next) break;
    const wantsKey = part === "key" && index === path.length - 1;
    found = pair && (wantsKey || !hasPlace(next)) ? startOf(walk, pair.key) : startOf(walk, next);
    node = next;
  }
  return found;
}

/** A value that is not written (`key:` and nothing) is placed at its key. */
function hasPlace(node: Node | null): boolean {
  if (!node?.range) return false;
  return !isScalar(node) || node.range[1] > node.range[0];
}

const startOf = (walk: Walk, node: unknown): Position => {
  const range = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : undefined;
  return walk.lines(range?.[0] ?? 0);
};

/** Where too many brackets are open at once, if anywhere; text in quotes counts too, which only errs on the safe side. */
function deepBracket(source: string): number | undefined {
  let open = 0;
  for (let at = 0; at < source.length; at += 1) {
    const unit = source[at];
    if (unit === "[" || unit === "{") open += 1;
    else if ((unit === "]" || unit === "}") && open > 0) open -= 1;
    if (open > maxOpenBrackets) return at;
  }
  return undefined;
}

/** Where the values of a text stand that `readTeamYaml` has found good; undefined for an empty one. */
export function placesOf(source: string): Placed | undefined {
  const { contents } = parse(source);
  return contents ? placed(contents, 0) : undefined;
}

/** `after` is where a value would stand that is not written. */
function placed(node: Node | null, after: number): Placed {
  const [from, to] = node?.range ?? [after, after];
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => placedEntry(key, asNode(value)));
    const last = entries.at(-1);
    const end = last && Math.max(last.key.to, last.value.to);
    return { kind: "map", flow: node.flow === true, from, to: node.flow ? to : (end ?? to), entries };
  }
  if (isSeq<Node>(node)) {
    const items = node.items.map((item) => placed(item, from));
    return { kind: "list", flow: node.flow === true, from, to: node.flow ? to : (items.at(-1)?.to ?? to), items };
  }
  if (isAlias(node)) return { kind: "alias", from, to };
  return isScalar(node) ? placedText(node) : { kind: "text", from, to, value: null, quote: "plain" };
}

function placedEntry(key: unknown, value: Node | null): PlacedEntry {
  const name: PlacedText = isScalar(key)
    ? placedText(key)
    : { kind: "text", from: 0, to: 0, value: "", quote: "plain" };
  return { key: name, value: placed(value, name.to) };
}

function placedText({ range, value, type }: Scalar): PlacedText {
  const [from, to] = range ?? [0, 0];
  return { kind: "text", from, to, value, quote: quotes[type ?? "PLAIN"] ?? "plain" };
}

const quotes: Readonly<Record<string, Quote>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};
