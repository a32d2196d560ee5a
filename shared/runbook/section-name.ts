import type { RunbookSection } from "../team/team.ts";

/* What people call the parts of a runbook (001-4, 003-6, 004-3), and what the team file calls them. */

const names: Readonly<Record<RunbookSection, readonly string[]>> = {
  purpose: ["purpose", "description", "overview", "about", "what it does", "summary"],
  metrics: ["metrics", "metric", "calculations", "key metrics", "metrics and calculations"],
  frequency: ["frequency", "how often", "when it runs", "run schedule"],
  "types-of-data": ["types of data", "type of data", "data types", "data", "data sources"],
  owners: [
    "owners",
    "owner",
    "ownership",
    "ownership assignments",
    "pipeline ownership",
    "primary owner",
    "secondary owner",
    "contacts",
    "who to ask",
  ],
  sla: ["sla", "slas", "service level agreement", "service level agreements", "service levels", "deadlines"],
  "on-call-procedure": [
    "on call procedure",
    "on call procedures",
    "on call schedule",
    "on call",
    "on call steps",
    "procedure",
    "what to do",
    "first steps",
    "first response",
  ],
  "failure-modes": [
    "failure modes",
    "failure mode",
    "potential failure modes",
    "potential failure modes and what could go wrong",
    "what could go wrong",
    "what can go wrong",
    "potential issues",
    "potential problems",
  ],
  "common-issues": ["common issues", "known issues", "common problems", "known problems", "issues", "troubleshooting"],
  "monitoring-and-alerts": [
    "monitoring and alerts",
    "monitoring and alerting",
    "monitoring",
    "alerts",
    "alerting",
    "dashboards",
  ],
  recovery: ["recovery", "recovery steps", "recovery next steps", "next steps", "mitigation", "remediation"],
  rollback: ["rollback", "roll back", "rollback plan", "rollback steps", "rolling back"],
};

const byName: ReadonlyMap<string, RunbookSection> = new Map(
  Object.entries(names).flatMap(([section, all]) => all.map((name) => [name, section as RunbookSection] as const)),
);

const known = new Map<string, readonly RunbookSection[]>();
const mostKnown = 5_000;
const none: readonly RunbookSection[] = [];

/**
 * The sections that a heading names, in any case and style: "III. Owners", "SLA:", "Recovery / Next Steps". One heading can stand
 * for two: "Recovery and rollback". The same headings come in thousands of files, so what was found is remembered.
 */
export function sectionsNamed(heading: string): readonly RunbookSection[] {
  let sections = known.get(heading);
  if (sections) return sections;
  sections = find(heading);
  if (known.size < mostKnown) known.set(heading, sections);
  return sections;
}

function find(heading: string): readonly RunbookSection[] {
  if (heading.length > 100) return none;
  const whole = plain(heading);
  const one = byName.get(whole) ?? byLastWord(whole);
  if (one !== undefined) return [one];
  const parts = heading.split(/\s+and\s+|\s*[/&,+]\s*/i).map((part) => byName.get(plain(part)));
  return parts.length > 1 && parts.every((part) => part !== undefined) ? [...new Set(parts)] : none;
}

/** Without numbering ("2.", "b)", "III."), punctuation and case. */
const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/^\s*(?:\d+(?:\.\d+)*[.)]?|[ivxlc]+[.)]|[a-z][.)])\s+/, "")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** "Engagement Metrics", "Growth SLAs": what a team calls its own by a word before. */
function byLastWord(name: string): RunbookSection | undefined {
  const last = /^\S+ (metrics|slas?|owners)$/.exec(name)?.[1];
  return last === undefined ? undefined : byName.get(last);
}
