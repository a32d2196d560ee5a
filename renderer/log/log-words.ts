import type { LogItem } from "../../shared/log/log-item.ts";
import { calendarDay, clockTime, moment } from "../../shared/time/phrase.ts";
import type { Instant } from "../../shared/time/instant.ts";
import type { PastShift } from "./past-shift.ts";
import { myZone } from "../words/zone.ts";

export const logWords = {
  log: "Log",
  story: "Log entries",
  schedule: "Schedule",
  shift: "Shift",
  lastDays: "Last 30 days",
  show: "Show",
  everything: "Everything",
  automatic: "Automatic",
  written: "Written",
  person: "Person",
  everybody: "Everybody",
  add: "Add entry",
  copyMarkdown: "Copy as Markdown",
  copyJson: "Copy as JSON",
  cut: "It is long: only its first 50,000 lines were copied.",
  notCopied: "The log could not be copied.",
  older: "Show older entries",
  empty: "Nothing has happened in this shift yet.",
  emptyFiltered: "Nothing here passes the filter.",
  failed: "The log cannot be read now.",
  correct: "Correct",
  corrected: "Corrected later",
  duties: "Duties",
  noDuties: "The team file names no duties.",
  openLink: (title: string): string => `Open ${title}`,
  stakeholders: "Stakeholders:",
  entry: {
    add: "Add an entry to the log",
    correct: "Correct an entry of the log",
    correcting: "The entry stays as it is; what you write here stands beside it.",
    text: "What happened, or what you did",
    links: "Links, one per line: the address, then a title",
    stakeholders: "Stakeholders, with commas between them",
    incident: "Incident",
    noIncident: "None",
    save: "Add to the log",
    badLink: "Each link begins with https:// or http://",
  },
} as const;

/** "Alice, Mon 4 Jan 2027 to Mon 11 Jan 2027", the one that runs now first named so. */
export function shiftWords(shift: PastShift, now: Instant): string {
  const zone = myZone();
  const running = shift.from <= now && now < shift.to ? "This shift: " : "";
  return `${running}${shift.person.name}, ${calendarDay(shift.from, zone)} to ${calendarDay(shift.to, zone)}`;
}

/** The title of what is exported. */
export const exportTitle = (shift: PastShift | undefined): string =>
  shift === undefined ? "On-call log" : `On-call log of ${shift.person.name}`;

export const dayWords = (at: Instant): string => calendarDay(at, myZone());
export const timeWords = (at: Instant): string => clockTime(at, myZone());
export const doneWords = (name: string, at: Instant, now: Instant): string => `${name}, ${moment(at, now, myZone())}`;

export const correctsWords = (corrected: LogItem | undefined): string =>
  corrected === undefined ? "Corrects an earlier entry" : `Corrects the entry of ${clockTime(corrected.at, myZone())}`;
