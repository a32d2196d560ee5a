import { err, ok, type Result } from "../result.ts";
import type { Budget } from "./budget.ts";
import type { CalendarFailure, Lookalike } from "./calendar-failure.ts";
import { lineName, parseLine, type ContentLine } from "./content-line.ts";
import { feedLines, isBlank } from "./feed-lines.ts";

/** What stands between a BEGIN and its END (RFC 5545, 3.6). */
export type Component = {
  readonly name: string;
  readonly line: number;
  readonly properties: readonly ContentLine[];
  /** Names of wanted properties that could not be taken apart. */
  readonly broken: readonly string[];
  readonly parts: readonly Component[];
};

type Open = {
  readonly name: string;
  readonly line: number;
  readonly properties: ContentLine[];
  readonly broken: string[];
  readonly parts: Component[];
};

/** The properties that decide when an event is and whom it is about. The rest of a feed is not looked at. */
const wanted = new Set([
  "BEGIN",
  "END",
  "METHOD",
  "UID",
  "SEQUENCE",
  "RECURRENCE-ID",
  "DTSTART",
  "DTEND",
  "DURATION",
  "RRULE",
  "EXRULE",
  "RDATE",
  "EXDATE",
  "SUMMARY",
  "CATEGORIES",
  "ATTENDEE",
  "CLASS",
  "STATUS",
  "TRANSP",
  "X-MICROSOFT-CDO-BUSYSTATUS",
  "TZID",
  "TZOFFSETFROM",
  "TZOFFSETTO",
  "X-LIC-LOCATION",
]);

/** Components that are kept; what others say of themselves (an alarm has a DURATION, too) is no word about the event. */
const kept = new Set(["VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"]);

/** The calendars of a feed. One that was cut off in transit is a failure, so that half of it never removes a shift. */
export function readComponents(text: string, budget: Budget): Result<readonly Component[], CalendarFailure> {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (isBlank(body)) return err({ kind: "empty" });
  if (!/^\s*BEGIN:VCALENDAR\s/i.test(body.slice(0, 4_096))) {
    return err({ kind: "not-a-calendar", found: lookalike(body) });
  }
  const root: Open = { name: "", line: 0, properties: [], broken: [], parts: [] };
  const open: Open[] = [root];
  let last = 0;
  for (const { text: content, line } of feedLines(body, (start) => wanted.has(lineName(start)), budget)) {
    if (!budget.spend(1)) break;
    last = line;
    const parsed = parseLine(content);
    const current = open.at(-1) ?? root;
    if (!parsed) current.broken.push(lineName(content));
    else if (parsed.name === "BEGIN") {
      if (open.length > budget.limits.depth) {
        budget.stop({ kind: "too-deep", line, limit: budget.limits.depth });
        break;
      }
      open.push({ name: componentName(parsed), line, properties: [], broken: [], parts: [] });
    } else if (parsed.name === "END") {
      if (current === root || current.name !== componentName(parsed)) return err({ kind: "misnested", line });
      open.pop();
      if (kept.has(current.name)) (open.at(-1) ?? root).parts.push(current);
    } else current.properties.push(parsed);
  }
  const failure = budget.failure();
  if (failure) return err(failure);
  return open.length === 1 ? ok(root.parts) : err({ kind: "cut-off", line: last });
}

const componentName = (line: ContentLine): string => line.value.trim().toUpperCase();

/** How zip, gzip, 7z and rar begin. */
const archives = ["pk\u0003\u0004", "\u001f", "7z", "rar!"];

/** What else a server may send under the name of a calendar; a login page is the usual one. */
function lookalike(body: string): Lookalike {
  const start = body.slice(0, 1_024).trimStart().toLowerCase();
  if (/^<(!doctype html|html|head|body|script)/.test(start)) return "html";
  if (start.startsWith("<")) return "xml";
  if (start.startsWith("{") || start.startsWith("[")) return "json";
  return archives.some((signature) => start.startsWith(signature)) ? "archive" : "other";
}

/** The first property of a name. */
export const property = (component: Component, name: string): ContentLine | undefined =>
  component.properties.find((line) => line.name === name);

/** All properties of a name. */
export const properties = (component: Component, name: string): readonly ContentLine[] =>
  component.properties.filter((line) => line.name === name);
