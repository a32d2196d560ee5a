import type { Zone } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { visible } from "../text/clean.ts";
import { inMarkdown, linkInMarkdown } from "../text/markdown.ts";
import { calendarDay, clockTime, fullMoment } from "../time/phrase.ts";
import type { LogItem } from "./log-item.ts";
import { incidentPhrase, itemPhrase, morePhrase } from "./log-words.ts";

/** A stretch of the log to be read by itself: usually a shift. */
export type LogSpan = {
  readonly title: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly zone: Zone;
};

/** The on-call log as a Markdown document, by days of the span's zone. Text from outside cannot format it. */
export function logMarkdown(items: readonly LogItem[], { title, from, to, zone }: LogSpan): string {
  const head = [`# ${inMarkdown(title)}`, "", `${fullMoment(from, zone)} to ${fullMoment(to, zone)}`, ""];
  if (items.length === 0) return [...head, "Nothing happened.", ""].join("\n");
  const body: string[] = [];
  let day = "";
  for (const item of items) {
    const its = calendarDay(item.at, zone);
    if (its !== day) body.push(...(day === "" ? [] : [""]), `## ${its}`, "");
    day = its;
    body.push(...lines(item, zone));
  }
  return [...head, ...body, ""].join("\n");
}

function lines(item: LogItem, zone: Zone): readonly string[] {
  const about = [...item.incidents.map(incidentPhrase), ...(item.more > 0 ? [morePhrase(item.more)] : [])].map(
    (phrase) => inMarkdown(phrase),
  );
  const suffix = about.length === 0 ? "" : `: ${about.join("; ")}`;
  const correction = item.corrects === undefined ? "" : ` (entry ${item.corrects})`;
  return [
    `- **${clockTime(item.at, zone)}** ${inMarkdown(itemPhrase(item))}${correction}${suffix}`,
    ...(item.text === undefined ? [] : quoted(item.text)),
    ...(item.stakeholders.length === 0
      ? []
      : [`  Stakeholders: ${item.stakeholders.map((one) => inMarkdown(one)).join(", ")}`]),
    ...item.links.map((link) => `  ${linkInMarkdown(link)}`),
  ];
}

/** What people wrote, as a quotation below its line; their own Markdown stays in it. */
const quoted = (text: string): readonly string[] => [
  "",
  ...visible(text)
    .split("\n")
    .map((line) => `  > ${line}`.trimEnd()),
  "",
];
