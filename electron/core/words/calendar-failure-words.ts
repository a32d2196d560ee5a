import type { EventFault } from "../../../shared/calendar/calendar-failure.ts";
import type { ReadFailure } from "../../../shared/calendar/read-failure.ts";

const lookalikes = {
  html: "a web page",
  xml: "XML",
  json: "JSON",
  archive: "an archive",
  other: "something else",
} as const;

/** Why a calendar could not be read, as the end of a sentence: "there is no such file". */
export function calendarFailure(failure: ReadFailure): string {
  switch (failure.kind) {
    case "unreadable":
      return failure.code === "ENOENT" ? "there is no such file" : `its file cannot be read (${failure.code})`;
    case "empty":
      return "it is empty";
    case "not-a-calendar":
      return `it is no calendar but ${lookalikes[failure.found]}`;
    case "cut-off":
      return `it is cut off after line ${failure.line}`;
    case "misnested":
    case "too-deep":
    case "line-too-long":
      return `it is damaged at line ${failure.line}`;
    case "unread-events":
      return unreadEvents(failure);
    case "no-shifts":
      return failure.unmapped === 0
        ? "it has no shifts"
        : `none of its ${failure.unmapped} shifts names anybody whom the team knows`;
    case "too-large":
      return `it is larger than ${Math.round(failure.limitBytes / 1_048_576)} MB`;
    case "too-many-entries":
    case "too-many-occurrences":
      return `it has more than ${failure.limit} entries`;
    case "out-of-time":
    case "out-of-memory":
    case "too-much-work":
      return "its rules take more time or memory than a calendar may";
    default:
      return `it could not be read (${failure.kind})`;
  }
}

function unreadEvents({ events, count }: Extract<ReadFailure, { kind: "unread-events" }>): string {
  const [first] = events;
  if (!first) return `${count} events cannot be read`;
  const others = count === 1 ? "" : `, as cannot ${count - 1} more`;
  return `the event at line ${first.line} cannot be read: ${faultWords(first.fault)}${others}`;
}

function faultWords(fault: EventFault): string {
  if (fault.kind === "unknown-zone") return `nobody knows the time zone ${fault.zone}`;
  return fault.kind === "missing" ? `it has no ${fault.property}` : `its ${fault.property} is wrong`;
}
