import type { LocalDate, RunbookSection } from "../team/team.ts";
import { codeInMarkdown, inMarkdown } from "../text/markdown.ts";
import { draftSections, placeholder } from "./draft-template.ts";

/** What is known of an incident by the time that somebody writes its runbook. Names are the team's own; the rest is from outside. */
export type DraftFacts = {
  readonly service?: { readonly id: string; readonly name: string };
  /** Ids of people or groups, with their names. */
  readonly owners: readonly { readonly id: string; readonly name: string }[];
  readonly title: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** The day on which it happened, in the team's zone. */
  readonly date: LocalDate;
  /** Local time and what happened; `detail` is from outside. */
  readonly timeline: readonly { readonly time: string; readonly what: string; readonly detail?: string }[];
  readonly notes: readonly string[];
  /** Lines of other runbooks that were ticked for it. */
  readonly ticks: readonly string[];
  /** One line for each severity that has deadlines. */
  readonly slas: readonly string[];
};

/** The front matter and the template's sections, filled from what happened; what nobody has said yet waits to be written (002-4). */
export function draftOf(facts: DraftFacts): string {
  const name = facts.service ? inMarkdown(facts.service.name) : quoted(facts.title);
  const sections = draftSections.flatMap(([section, title]) => ["", `## ${title}`, "", ...linesOf(section, facts)]);
  return [...frontMatterOf(facts), "", `# ${name}`, ...sections, ...whatHappened(facts), ""].join("\n");
}

/** Without a date: what waits to be written was reviewed by nobody. */
function frontMatterOf({ service, owners }: DraftFacts): readonly string[] {
  const ids = owners.map(({ id }) => id).join(", ");
  return ["---", ...(service ? [`service: ${service.id}`] : []), ...(ids === "" ? [] : [`owners: [${ids}]`]), "---"];
}

function linesOf(section: RunbookSection, facts: DraftFacts): readonly string[] {
  switch (section) {
    case "owners":
      return facts.owners.length === 0 ? [placeholder] : facts.owners.map(({ name }) => `- ${inMarkdown(name)}`);
    case "sla":
      return facts.slas.length === 0 ? [placeholder] : facts.slas.map((line) => `- ${inMarkdown(line)}`);
    case "on-call-procedure":
      return facts.ticks.length === 0 ? [placeholder] : facts.ticks.map((tick) => `- [ ] ${quoted(tick)}`);
    case "failure-modes":
      return [
        `### ${quoted(facts.title)}`,
        "",
        `- Symptoms: the alert ${quoted(facts.title)}${labelWords(facts.labels)}.`,
        `- Potential causes: ${placeholder}`,
      ];
    case "common-issues":
      return [`- Clue: ${quoted(facts.title)}. Solution: ${solutionOf(facts.notes)}`];
    case "monitoring-and-alerts":
      return [
        `- Alert: ${quoted(facts.title)}.`,
        ...facts.links.map(({ title, url }) => `- ${quoted(title)}: ${quoted(url)}`),
      ];
    default:
      return [placeholder];
  }
}

const mostLabels = 20;

function labelWords(labels: DraftFacts["labels"]): string {
  const shown = Object.entries(labels).slice(0, mostLabels);
  return shown.length === 0 ? "" : ` with ${shown.map(([name, value]) => quoted(`${name}=${value}`)).join(", ")}`;
}

/** The last note is the likeliest to say what helped; whoever finishes the draft knows better. */
function solutionOf(notes: readonly string[]): string {
  const last = notes.at(-1);
  return last === undefined ? placeholder : `${quoted(last)} ${placeholder}`;
}

/** What the draft was made from, for whoever finishes it. */
function whatHappened({ date, timeline, notes }: DraftFacts): readonly string[] {
  const line = ({ time, what, detail }: DraftFacts["timeline"][number]): string =>
    `- ${time} ${inMarkdown(what)}${detail === undefined ? "" : `: ${quoted(detail)}`}`;
  const noted = notes.length === 0 ? [] : ["", "Notes:", "", ...notes.map((note) => `- ${quoted(note)}`)];
  return ["", `## What happened on ${date}`, "", ...timeline.map(line), ...noted];
}

/** Characters of one quoted text. */
const longestQuoted = 500;

/** Text from outside (an alert, a note), which shows letter for letter. */
const quoted = (text: string): string => codeInMarkdown(text, longestQuoted);
