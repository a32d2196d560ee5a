import type { Question } from "../../shared/calendar/occurrences.ts";
import { occurrencesIn } from "../../shared/calendar/occurrences.ts";
import { fromIso, toIso, type Instant } from "../../shared/time/instant.ts";

/** A feed of one calendar with these lines in it. */
export const feed = (...lines: readonly string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//test//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");

/** An event with these lines; give it a UID where it matters. */
export const event = (...lines: readonly string[]): string => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");

/** An instant in ISO 8601 with an offset. */
export function iso(text: string): Instant {
  const at = fromIso(text);
  if (at === undefined) throw new RangeError(`not an instant: ${text}`);
  return at;
}

/** All of 2027, where nobody says otherwise. */
export const wholeYear: Question = {
  from: iso("2027-01-01T00:00:00Z"),
  to: iso("2028-01-01T00:00:00Z"),
  zone: "Europe/Copenhagen",
};

/** The occurrences as `from/to` in UTC without seconds; throws where the feed fails. */
export function spans(text: string, question: Partial<Question> = {}): readonly string[] {
  const found = occurrencesIn(text, { ...wholeYear, ...question });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value.occurrences.map(({ from, to }) => `${short(from)}/${short(to)}`);
}

/** The beginnings as the digits of a wall clock in UTC, without seconds. */
export const starts = (text: string, question: Partial<Question> = {}): readonly string[] =>
  spans(text, question).map((span) => span.slice(0, 16));

const short = (at: Instant): string => toIso(at).slice(0, 16);
