import { severities, type Severity } from "../team/team.ts";
import { cutFrontMatter } from "../text/front-matter.ts";
import { parseDate } from "../time/civil.ts";
import type { FrontMatter, FrontMatterProblem, Named } from "./runbook.ts";

/*
 * Front matter is YAML; of all of YAML these four keys need a line of text, a date, and a list in brackets or with dashes. What
 * other tools put there (a title, tags, nested tables) is passed over.
 */

const noFrontMatter: FrontMatter = { services: [], owners: [], problems: [], lines: 0 };

/** A key at the margin and what stands behind it. */
type Entry = { readonly key: string; readonly value: string; readonly line: number; readonly items: readonly Item[] };
type Item = { readonly value: string; readonly line: number };

/** Reads what stands between `---` and `---` at the very top. Never throws: what is wrong is listed with its line. */
export function readFrontMatter(text: string): FrontMatter {
  const cut = cutFrontMatter(text);
  if (cut === undefined) return noFrontMatter;
  if (cut === "open") return { ...noFrontMatter, problems: [{ kind: "front-matter-open", line: 1 }] };
  return { ...fieldsOf(entriesOf(cut.head.split(/\r?\n/))), lines: cut.lines };
}

function entriesOf(lines: readonly string[]): readonly Entry[] {
  const entries: (Entry & { readonly items: Item[] })[] = [];
  for (const [index, text] of lines.entries()) {
    const line = index + 2;
    const key = /^([A-Za-z][\w-]*)\s*:(?:\s+(.*)|\s*)$/.exec(text);
    if (key) entries.push({ key: (key[1] ?? "").toLowerCase(), value: withoutComment(key[2] ?? ""), line, items: [] });
    const item = /^\s*-\s+(.*)$/.exec(text);
    if (item) entries.at(-1)?.items.push({ value: withoutComment(item[1] ?? ""), line });
  }
  return entries;
}

const withoutComment = (value: string): string => value.replace(/(^|\s)#.*$/, "").trim();

function fieldsOf(entries: readonly Entry[]): Omit<FrontMatter, "lines"> {
  const problems: FrontMatterProblem[] = [];
  const entry = (key: string): Entry | undefined => entries.find((one) => one.key === key);
  const names = (key: string): readonly Named[] => namesOf(entry(key), problems);
  const services = [...names("service"), ...names("services")];
  const owners = [...names("owners"), ...names("owner")];
  const reviewed = entry("reviewed");
  const date = reviewed && unquoted(reviewed.value);
  const dated = date !== undefined && parseDate(date) !== undefined;
  if (reviewed && !dated) problems.push({ kind: "bad-value", key: "reviewed", line: reviewed.line });
  const severity = entry("severity");
  const word = severity && severityOf(unquoted(severity.value));
  if (severity && word === undefined) problems.push({ kind: "bad-value", key: "severity", line: severity.line });
  return {
    services,
    owners,
    ...(reviewed && dated && { reviewed: { date, line: reviewed.line } }),
    ...(word !== undefined && { severity: word }),
    problems,
  };
}

const severityOf = (word: string): Severity | undefined => severities.find((one) => one === word.toLowerCase());

/** `[a, b]`, `a`, or a line with a dash for each. */
function namesOf(entry: Entry | undefined, problems: FrontMatterProblem[]): readonly Named[] {
  if (!entry) return [];
  const { key, value, line, items } = entry;
  const inline = value.startsWith("[") && value.endsWith("]") ? value.slice(1, -1).split(",") : [value];
  const found = [...inline.map((text) => ({ value: text, line })), ...items]
    .map((item) => ({ id: unquoted(item.value), line: item.line }))
    .filter(({ id }) => id !== "");
  const bad = found.find(({ id }) => !/^[\w.-]{1,64}$/.test(id));
  if (bad) problems.push({ kind: "bad-value", key, line: bad.line });
  return found.filter(({ id }) => /^[\w.-]{1,64}$/.test(id));
}

function unquoted(text: string): string {
  const value = text.trim();
  const quote = value.charAt(0);
  const quoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return quoted ? value.slice(1, -1).trim() : value;
}
