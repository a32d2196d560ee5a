import { assertNever } from "../result.ts";
import type { Instant } from "../time/instant.ts";
import { inMarkdown, linesInMarkdown } from "../text/markdown.ts";
import { roleWords } from "../words/role-words.ts";
import { toLocal } from "../time/zoned.ts";
import type { ChecklistItem } from "./checklist.ts";
import type { Ahead, AtRisk, DraftFacts, LogLine, MissingRunbook, OpenIncident, OwnWords } from "./draft.ts";
import { findingText, itemText } from "./item-words.ts";

export type ReportParts = {
  readonly facts: DraftFacts;
  readonly words: OwnWords;
  readonly checklist: readonly ChecklistItem[];
  /** The name of whoever takes over, once that is known. */
  readonly to?: string;
  readonly unfinishedBecause?: string;
  /** The name of a person. */
  readonly nameOf: (id: string) => string;
};

/** A handoff as Markdown. The same parts give the same text; nothing that people or alerts wrote can be more than text in it. */
export function reportOf(parts: ReportParts): string {
  const { facts, words, checklist, to, unfinishedBecause } = parts;
  const time = timeIn(facts.zone);
  const whom = to === undefined ? "" : ` to ${inMarkdown(to)}`;
  return [
    `# Handoff of ${inMarkdown(facts.schedule)}: ${inMarkdown(facts.by)}${whom}`,
    `${roleWords[facts.role]} from ${time(facts.from)} to ${time(facts.to)} (${inMarkdown(facts.zone)})`,
    ...section(
      "Open incidents",
      [...facts.open.map((incident) => openLine(incident, words, time)), ...more(facts.others)],
      "Nothing is open.",
    ),
    ...section(
      "Runbooks to write",
      facts.missing.map((missing) => missingLine(missing, parts)),
    ),
    ...section(
      "Deadlines at risk",
      facts.atRisk.map((risk) => riskLine(risk, time)),
    ),
    ...section(
      "Coming up",
      facts.ahead.map((ahead) => aheadLine(ahead, time)),
    ),
    ...notes(words.notes),
    ...section("Checklist", [...checklist.map(itemLine), ...left(unfinishedBecause)]),
    ...section(
      "Log of the shift",
      facts.log.map((line) => logLine(line, time)),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

type Time = (at: Instant) => string;

const timeIn =
  (zone: string): Time =>
  (at) => {
    const { date, time } = toLocal(zone, at);
    return `${date} ${time}`;
  };

/** A heading with a list below it; nothing where there is nothing to list and nothing to say of that. */
function section(title: string, lines: readonly string[], nothing?: string): readonly string[] {
  if (lines.length > 0) return [`## ${title}`, lines.join("\n")];
  return nothing === undefined ? [] : [`## ${title}`, nothing];
}

const more = (count: number): readonly string[] => (count === 0 ? [] : [`- and ${count} more`]);

const named = (title: string | undefined, service: string | undefined): string =>
  [service, title ?? "Sensitive incident"].flatMap((part) => (part === undefined ? [] : [inMarkdown(part)])).join(": ");

function openLine(incident: OpenIncident, { lines }: OwnWords, time: Time): string {
  const { title, service, severity, standing, by, since } = incident;
  const holder = standing === "acknowledged" && by !== undefined ? ` by ${inMarkdown(by)}` : "";
  const head = `- **${named(title, service)}** (${severity}, ${standing}${holder}, since ${time(since)})`;
  const own = linesInMarkdown(lines[incident.id] ?? "");
  return [head, ...below(own.length > 0 ? own : ["*Nobody has said where it stands.*"])].join("\n");
}

/** Lines of a paragraph. Two spaces at the end of a line break it in Markdown, and whoever reads the text does not see them. */
const broken = (lines: readonly string[]): string => lines.join("  \n");

/** Further lines of a list's item. */
const below = (lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [broken(lines.map((line) => `  ${line}`))];

function missingLine({ what, title, service, owner, by, promised }: MissingRunbook, { nameOf }: ReportParts): string {
  const who = promised && owner !== undefined ? `${inMarkdown(nameOf(owner))} by ${by}` : "nobody has promised it";
  return `- ${named(title, service)}${what === "finish-draft" ? ", a draft to finish" : ""}: ${who}`;
}

const riskLine = ({ title, clock, by }: AtRisk, time: Time): string =>
  `- ${inMarkdown(title ?? "Sensitive incident")}: ${clock} by ${time(by)}`;

function aheadLine({ because, role, person, from, to, holiday }: Ahead, time: Time): string {
  const why = holiday === undefined ? because : `${because} ${inMarkdown(holiday)}`;
  return `- ${time(from)} to ${time(to)}: ${inMarkdown(person)}, ${role}, ${why}`;
}

function notes(text: string): readonly string[] {
  const lines = linesInMarkdown(text);
  return lines.length === 0 ? [] : ["## Notes", broken(lines)];
}

function itemLine({ id, standing }: ChecklistItem): string {
  const text = inMarkdown(itemText(id));
  switch (standing.kind) {
    case "ticked":
      return `- [x] ${text}`;
    case "done-by-baton":
      return `- [x] ${text} (Baton: ${inMarkdown(findingText(standing.finding))})`;
    case "waived":
      return `- [ ] ${text} (left out: ${inMarkdown(standing.sentence)})`;
    case "open":
      return `- [ ] ${text}`;
    default:
      return assertNever(standing);
  }
}

const left = (reason: string | undefined): readonly string[] =>
  reason === undefined ? [] : [`- Handed over unfinished: ${inMarkdown(reason)}`];

const logLine = ({ at, text, words = "" }: LogLine, time: Time): string =>
  [`- ${time(at)} ${inMarkdown(text)}`, ...below(linesInMarkdown(words))].join("\n");
