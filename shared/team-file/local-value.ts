import { parseDate, type LocalDateTime } from "../time/civil.ts";
import { parseAllowance, parseDuration, type Allowance } from "../time/duration.ts";
import { isZone } from "../time/zoned.ts";
import { nearest } from "./nearest.ts";
import type { Review } from "./review.ts";
import type { Path } from "./team-document.ts";
import { foundText } from "./team-problem.ts";
import { formats } from "./text-format.ts";

/** Zone data before 1970 is guesswork, and a far year is a slip of the finger. */
const years = /^(19[7-9]\d|20\d\d|21\d\d)-/;

/** Reports a date that no calendar has, such as 2027-02-30. A time after it is not looked at. */
export function checkDate(review: Review, path: Path, text: string): void {
  if (years.test(text) && parseDate(text.slice(0, 10)) !== undefined) return;
  review.problem(path, {
    kind: "bad-date",
    found: foundText(text),
    expected: "a day that the calendar has, from 1970 to 2199",
  });
}

/** Reports a zone that this system does not know. */
export function checkZone(review: Review, path: Path, zone: string): void {
  if (isZone(zone)) return;
  const expected = "an IANA time zone such as Europe/Copenhagen";
  const hint = nearest(zone, Intl.supportedValuesOf("timeZone"));
  review.problem(path, { kind: "bad-zone", found: foundText(zone), expected, nearest: hint });
}

type Span = { readonly from: string; readonly to: string };

/** Checks both ends of a span under `path`, and that it has a length. Ends may be dates or local times. */
export function checkSpan(review: Review, path: Path, { from, to }: Span): void {
  checkDate(review, [...path, "from"], from);
  checkDate(review, [...path, "to"], to);
  if (localDateTime(to) > localDateTime(from)) return;
  review.problem([...path, "to"], { kind: "out-of-range", found: foundText(to), expected: `an end after ${from}` });
}

/** Midnight where the text is a date alone. */
export const localDateTime = (text: string): LocalDateTime => (text.includes("T") ? text : `${text}T00:00`);

/** Milliseconds of a text that has passed `formats.duration`. */
export function durationOf(text: string): number {
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined) throw new Error(`not ${formats.duration.expected}`);
  return milliseconds;
}

/** The allowance of a text that has passed `formats.allowance`. */
export function allowanceOf(text: string): Allowance {
  const allowance = parseAllowance(text);
  if (allowance === undefined) throw new Error(`not ${formats.allowance.expected}`);
  return allowance;
}
