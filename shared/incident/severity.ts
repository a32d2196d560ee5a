import { memoize } from "../memoize.ts";
import { severities, type Severity, type Source } from "../team/team.ts";

/** Words that senders commonly use, where the team's own table says nothing. */
const common: Readonly<Record<string, Severity>> = {
  critical: "critical",
  page: "critical",
  fatal: "critical",
  emergency: "critical",
  disaster: "critical",
  p1: "critical",
  major: "major",
  error: "major",
  high: "major",
  p2: "major",
  minor: "minor",
  warning: "minor",
  warn: "minor",
  low: "minor",
  p3: "minor",
  info: "info",
  informational: "info",
  none: "info",
  debug: "info",
};

const wordsOf = memoize((_table: Source["severity"]) => new Map<string, Severity>());
/** Words remembered for one table, so that a sender who makes them up fills no memory. */
const wordsKept = 100;

/** Our severity for a source's word. A word nobody knows is major: loud enough to be seen, and the table can name it. */
export function mapSeverity(source: Pick<Source, "severity">, word: string): Severity {
  const words = wordsOf(source.severity);
  const known = words.get(word);
  if (known) return known;
  const severity = lookUp(source, word);
  if (words.size < wordsKept) words.set(word, severity);
  return severity;
}

function lookUp(source: Pick<Source, "severity">, word: string): Severity {
  const key = word.toLowerCase();
  if (Object.hasOwn(source.severity, key)) return source.severity[key] ?? "major";
  return Object.hasOwn(common, key) ? (common[key] ?? "major") : "major";
}

/** Negative where `a` is worse than `b`. */
export const compareSeverity = (a: Severity, b: Severity): number => severities.indexOf(a) - severities.indexOf(b);

/** The worst of some severities; `info` of none. */
export function worstSeverity(all: Iterable<Severity>): Severity {
  let worst: Severity = "info";
  for (const severity of all) if (compareSeverity(severity, worst) < 0) worst = severity;
  return worst;
}
