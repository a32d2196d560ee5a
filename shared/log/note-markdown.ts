import type { Zone } from "../time/civil.ts";
import { visible } from "../text/clean.ts";
import { inMarkdown } from "../text/markdown.ts";
import { fullMoment, length } from "../time/phrase.ts";
import type { Category } from "./categories.ts";
import { noteParts, type NotePart, type PastIncident, type PostIncidentNote } from "./past-incident.ts";

export const categoryWords: Readonly<Record<Category, string>> = {
  "data-quality": "Data quality",
  "pipeline-failure": "Pipeline failure or processing",
  dependency: "Dependency or source unavailable",
  "schema-change": "Schema change",
  infrastructure: "Infrastructure",
  scalability: "Scalability",
  security: "Security or access",
};

export const notePartWords: Readonly<Record<NotePart, string>> = {
  happened: "What happened",
  impact: "Impact",
  cause: "Cause",
  helped: "What helped",
  change: "What to change",
};

/** What the document says beside the note: names instead of ids. */
export type NoteNames = { readonly by: string; readonly service?: string; readonly zone: Zone };

/** A post-incident note as a Markdown document. What people wrote keeps its own Markdown. */
export function noteMarkdown(incident: PastIncident, note: PostIncidentNote, { by, service, zone }: NoteNames): string {
  const { title, severity, openedAt, respondedAt, resolvedAt } = incident;
  const taken = respondedAt === undefined ? "not acknowledged" : `acknowledged after ${length(respondedAt - openedAt)}`;
  return [
    `# Post-incident note: ${inMarkdown(title ?? service ?? incident.id)}`,
    "",
    `- Service: ${inMarkdown(service ?? "none")}`,
    `- Severity: ${severity}`,
    `- Category: ${categoryWords[note.category]}`,
    `- Triggered: ${fullMoment(openedAt, zone)}, ${taken}, resolved after ${length(resolvedAt - openedAt)}`,
    `- Written by ${inMarkdown(by)}, ${fullMoment(note.at, zone)}`,
    "",
    ...noteParts.flatMap((part) => [
      `## ${notePartWords[part]}`,
      "",
      note[part].trim() === "" ? "Not written." : visible(note[part]),
      "",
    ]),
  ].join("\n");
}
