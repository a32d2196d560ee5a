import type { CalendarFailure } from "../../shared/calendar/calendar-failure.ts";
import { event, feed } from "./ics-feed.ts";

/** A feed that was made, or came, to hang or to flood its reader, and how ours ends. `fine`: it is read like any other. */
export type HostileFeed = {
  readonly name: string;
  readonly make: () => string | Uint8Array;
  readonly ends: CalendarFailure["kind"] | "fine";
};

const rule = (start: string, text: string): string => feed(event("UID:1", `DTSTART:${start}`, `RRULE:${text}`));

const stamp = (hour: number): string => new Date(Date.UTC(2027, 0, 1, hour)).toISOString().replace(/[-:]|\.\d+/g, "");

const repeated = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join("");

/** The nine kinds on which libraries hang or flood, and nine more. Each is read as shifts of 2027. */
export const hostileFeeds: readonly HostileFeed[] = [
  {
    name: "every second without end",
    make: () => rule("20270101T000000Z", "FREQ=SECONDLY"),
    ends: "too-many-occurrences",
  },
  {
    name: "every second since 1997",
    make: () => rule("19970101T000000Z", "FREQ=SECONDLY"),
    ends: "too-many-occurrences",
  },
  {
    name: "an interval of nothing",
    make: () => rule("20270101T000000Z", "FREQ=DAILY;INTERVAL=0"),
    ends: "unread-events",
  },
  { name: "daily since the year 1", make: () => rule("00010101T000000Z", "FREQ=DAILY"), ends: "fine" },
  {
    name: "counting days from the year 1",
    make: () => rule("00010101T000000Z", "FREQ=DAILY;COUNT=4000000"),
    ends: "fine",
  },
  {
    name: "200,000 exceptions",
    make: () =>
      feed(
        event(
          "UID:1",
          "DTSTART:20270101T000000Z",
          "RRULE:FREQ=HOURLY",
          `EXDATE:${Array.from({ length: 200_000 }, (_, hour) => stamp(hour + 24)).join(",")}`,
        ),
      ),
    ends: "fine",
  },
  {
    name: "a rule that nothing fits",
    make: () => rule("20270101T000000Z", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
    ends: "fine",
  },
  {
    name: "every second of one that nothing fits",
    make: () => rule("19700101T000000Z", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31;COUNT=9"),
    ends: "fine",
  },
  {
    name: "counting seconds",
    make: () => rule("19700101T000000Z", "FREQ=SECONDLY;COUNT=4000000000"),
    ends: "too-much-work",
  },
  {
    name: "a position among all seconds of a year",
    make: () =>
      rule(
        "20270101T000000Z",
        `FREQ=YEARLY;BYYEARDAY=${list(1, 366)};BYHOUR=${list(0, 23)};BYMINUTE=${list(0, 59)};BYSECOND=${list(0, 59)};BYSETPOS=-1`,
      ),
    ends: "too-much-work",
  },
  {
    name: "a thousand rules in one event",
    make: () =>
      feed(
        event(
          "UID:1",
          "DTSTART:20270101T000000Z",
          `${repeated(1_000, (i) => `RRULE:FREQ=MINUTELY;INTERVAL=${i + 1}\r\n`)}SUMMARY:x`,
        ),
      ),
    ends: "too-many-occurrences",
  },
  {
    name: "a zone whose clocks change every second",
    make: () =>
      feed(
        "BEGIN:VTIMEZONE",
        "TZID:Mad",
        "BEGIN:STANDARD",
        "DTSTART:16010101T000000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "RRULE:FREQ=SECONDLY",
        "END:STANDARD",
        "END:VTIMEZONE",
        event("UID:1", "DTSTART;TZID=Mad:20270101T090000", "RRULE:FREQ=DAILY"),
      ),
    ends: "too-much-work",
  },
  {
    name: "one line of 12 million characters",
    make: () => feed(event("UID:1", `DTSTART:${"2".repeat(12_000_000)}`)),
    ends: "line-too-long",
  },
  {
    name: "a line folded at every character",
    make: () => feed(event("UID:1", "DTSTART:20270101T090000Z", `SUMMARY:${repeated(1_000_000, () => "\r\n x")}`)),
    ends: "fine",
  },
  {
    name: "components without end",
    make: () => `BEGIN:VCALENDAR\r\n${repeated(500_000, () => "BEGIN:VEVENT\r\n")}`,
    ends: "too-deep",
  },
  {
    name: "60,000 changes of the same series",
    make: () =>
      feed(
        event("UID:1", "DTSTART:20260101T000000Z", "RRULE:FREQ=MINUTELY;INTERVAL=2"),
        ...Array.from({ length: 60_000 }, (_, hour) =>
          event("UID:1", `RECURRENCE-ID;RANGE=THISANDFUTURE:${stamp(hour)}`, `DTSTART:${stamp(hour)}`),
        ),
      ),
    ends: "fine",
  },
  {
    name: "an archive",
    make: () => new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 4_096 }, (_, index) => index % 256)]),
    ends: "not-a-calendar",
  },
  {
    name: "a calendar that was cut off",
    make: () => rule("20270101T000000Z", "FREQ=DAILY").slice(0, -30),
    ends: "cut-off",
  },
];

function list(least: number, most: number): string {
  return Array.from({ length: most - least + 1 }, (_, index) => least + index).join(",");
}
