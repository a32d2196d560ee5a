import { event, feed } from "./ics-feed.ts";

const zone: readonly string[] = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/Copenhagen",
  "BEGIN:DAYLIGHT",
  "DTSTART:19700329T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19701025T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "END:STANDARD",
  "END:VTIMEZONE",
];

const rules = [
  undefined,
  "FREQ=WEEKLY",
  undefined,
  "FREQ=MONTHLY;BYDAY=2TU",
  "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20270701T000000Z",
  undefined,
  "FREQ=DAILY;COUNT=20",
  "FREQ=MONTHLY",
  "FREQ=WEEKLY;INTERVAL=2",
  "FREQ=YEARLY",
];

const pair = (value: number): string => String(value).padStart(2, "0");

/** The calendar of a busy company: single meetings, series of all usual kinds, a few exceptions. All in working hours, in 2026 and 2027. */
export function busyFeed(count: number): string {
  const events = Array.from({ length: count }, (_, index) => {
    const first = new Date(Date.UTC(2026, 5 + (index % 18), 1 + (index % 28)));
    // On a weekday that its rule has, so that DTSTART is where all readers agree that a series begins.
    while (first.getUTCDay() !== 1) first.setUTCDate(first.getUTCDate() + 1);
    const rule = rules[index % rules.length];
    if (rule?.includes("2TU") === true) first.setUTCDate(secondTuesday(first));
    const date = first.toISOString().slice(0, 10).replaceAll("-", "");
    const at = (hour: number): string => `;TZID=Europe/Copenhagen:${date}T${pair(hour)}${pair((index % 4) * 15)}00`;
    const hour = 8 + (index % 8);
    return event(
      `UID:busy-${index}`,
      "DTSTAMP:20260101T000000Z",
      `SUMMARY:Meeting ${index}\\, as usual`,
      `DTSTART${at(hour)}`,
      `DTEND${at(hour + 1)}`,
      "DESCRIPTION:An agenda that is long enough to be folded\\, since those of real calendars\r\n  are\\, too\\, and full of links.",
      ...(rule === undefined ? [] : [`RRULE:${rule}`]),
    );
  });
  return feed(...zone, ...events);
}

function secondTuesday(month: Date): number {
  const first = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), 1)).getUTCDay();
  return 1 + ((2 - first + 7) % 7) + 7;
}
