import { capitalised } from "../text/sentence.ts";
import type { Link } from "./alert.ts";

/* How Prometheus rules, and what follows their customs, say what an alert is about: in labels and annotations. */

export type TextMap = Readonly<Record<string, string>>;

const noLinks: readonly Link[] = [];

/** An object, not an array, whose values are all strings. For parsed JSON, which inherits nothing that can be listed. */
export function isTextMap(value: unknown): value is TextMap {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  // Three times as fast as a list of the values, and there are twenty thousand such objects in a large answer.
  for (const name in fields) if (typeof fields[name] !== "string") return false;
  return true;
}

/** Only a plain page on the web becomes a link: no `javascript:`, no `file:`, no name that stands before the real host. */
export const isWebUrl = (text: string): boolean => /^https?:\/\/[^\s/?#@\\]+(?=[/?#]|$)/i.test(text);

/** An alert's headline, by the customs of Prometheus rules: summary, title, the description's first line, the rule's name. */
export function titleOf(labels: TextMap, annotations: TextMap): string | undefined {
  return (
    wordsIn(annotations["summary"]) ??
    wordsIn(annotations["title"]) ??
    wordsIn(firstLine(annotations["description"])) ??
    wordsIn(labels["alertname"])
  );
}

function wordsIn(text: string | undefined): string | undefined {
  const words = text?.trim();
  return words === "" ? undefined : words;
}

const firstLine = (text: string | undefined): string | undefined => text?.trimStart().split(/\r?\n/, 1)[0];

/**
 * The rule's own page as "Source", and each annotation named `…_url` but the runbook's under its name: `dashboard_url` as
 * "Dashboard". Where that is the rule's page alone, as for most alerts, and it was so `before`, the links are the same object.
 */
export function linksOf(
  generatorUrl: unknown,
  annotations: TextMap,
  before: readonly Link[] = noLinks,
): readonly Link[] {
  const more = linkNames(annotations);
  const [first, ...others] = before;
  const same = first?.title === rulePage && first.url === generatorUrl && others.length === 0;
  if (same && more.length === 0) return before;
  const links: Link[] = [];
  if (typeof generatorUrl === "string" && isWebUrl(generatorUrl)) links.push({ title: rulePage, url: generatorUrl });
  for (const name of more) {
    const url = annotations[name] ?? "";
    if (isWebUrl(url)) links.push({ title: linkTitle(name), url });
  }
  return links.length === 0 ? noLinks : links;
}

const rulePage = "Source";
const noNames: readonly string[] = [];

function linkNames(annotations: TextMap): readonly string[] {
  let names: string[] | undefined;
  for (const name in annotations) {
    if (name !== "runbook_url" && name.endsWith("_url")) (names ??= []).push(name);
  }
  return names ?? noNames;
}

function linkTitle(name: string): string {
  const words = name.slice(0, -"_url".length).replaceAll("_", " ").trim();
  return words === "" ? "Link" : capitalised(words);
}

/** A web address, or the path of a file among the team's runbooks; no other scheme. */
export function isRunbook(text: string): boolean {
  return isWebUrl(text) || (text.trim() !== "" && !/^[^/]*:/.test(text));
}

export function runbookOf(annotations: TextMap): string | undefined {
  const runbook = annotations["runbook_url"];
  return runbook !== undefined && isRunbook(runbook) ? runbook : undefined;
}
