import fc from "fast-check";
import { expect, test } from "vitest";
import { occurrencesIn } from "../../../shared/calendar/occurrences.ts";
import { toIso } from "../../../shared/time/instant.ts";
import { event, feed, iso } from "../../support/ics-feed.ts";
import { endOfPeriod, naiveInstant, naiveTimes, ruleText, type NaiveRule } from "../../support/ics-naive.ts";

/*
 * The rules of RFC 5545 twice: ours, and a naive one that looks at every hour with luxon. They must agree on everything that a rule can say.
 */

const list = (least: number, most: number, options: { readonly negative?: boolean; readonly max?: number } = {}) =>
  fc.uniqueArray(
    options.negative === true
      ? fc.oneof(fc.integer({ min: least, max: most }), fc.integer({ min: -most, max: -least }))
      : fc.integer({ min: least, max: most }),
    { minLength: 1, maxLength: options.max ?? 3 },
  );

const byday = fc.uniqueArray(
  fc.tuple(
    fc.integer({ min: 1, max: 7 }),
    fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.constantFrom(1, 2, 5, -1, -2)),
  ),
  { minLength: 1, maxLength: 3 },
);

/** Mostly nothing, else a list. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, weight = 1) => fc.option(arbitrary, { nil: undefined, freq: weight + 1 });

const rules: fc.Arbitrary<NaiveRule> = fc
  .record({
    freq: fc.constantFrom(
      "YEARLY" as const,
      "MONTHLY" as const,
      "WEEKLY" as const,
      "DAILY" as const,
      "HOURLY" as const,
    ),
    interval: fc.constantFrom(1, 1, 2, 3, 5),
    count: maybe(fc.integer({ min: 1, max: 12 })),
    bymonth: maybe(list(1, 12)),
    byweekno: maybe(list(1, 53, { negative: true })),
    byyearday: maybe(list(1, 366, { negative: true })),
    bymonthday: maybe(list(1, 31, { negative: true })),
    byday: maybe(byday, 2),
    byhour: maybe(list(0, 23)),
    bysetpos: maybe(list(1, 4, { negative: true, max: 2 })),
    wkst: fc.constantFrom(1, 1, 7, 3),
  })
  .map(({ byweekno, byyearday, bymonthday, ...rule }): NaiveRule => {
    // Parts that RFC 5545 does not let stand beside this frequency (3.3.10, the table of page 44).
    const yearly = rule.freq === "YEARLY";
    return {
      ...rule,
      ...(yearly && { byweekno }),
      ...((yearly || rule.freq === "HOURLY") && { byyearday }),
      ...(rule.freq !== "WEEKLY" && { bymonthday }),
    };
  });

const beginnings = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 23 }))
  .map(([day, hour]) => `${isoDay(day)}T${String(hour).padStart(2, "0")}:00`);

const isoDay = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);

const windowEnd = "2027-09-30";

function ours(rule: NaiveRule, start: string, zone: string): readonly string[] {
  const digits = `${start.replace(/[-:]/g, "")}00`;
  const text = feed(event(`DTSTART;TZID=${zone}:${digits}`, `RRULE:${ruleText(rule)}`));
  const found = occurrencesIn(text, {
    from: iso("2025-12-30T00:00:00Z"),
    to: iso("2027-10-03T00:00:00Z"),
    zone: "UTC",
  });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  if (found.value.unread.length > 0) throw new Error(JSON.stringify(found.value.unread));
  return found.value.occurrences.map(({ from }) => toIso(from));
}

test("every rule means what it means to one who looks at each hour", () => {
  const zones = fc.constantFrom("UTC", "Europe/Copenhagen", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata");
  fc.assert(
    fc.property(rules, beginnings, zones, (rule, start, zone) => {
      const lastDay = endOfPeriod(rule, windowEnd);
      const limit = `${windowEnd}T23:59`;
      const expected = naiveTimes(rule, start, lastDay).filter((wall) => wall <= limit);
      const instants = [...new Set(expected.map((wall) => naiveInstant(wall, zone)))].toSorted((a, b) => a - b);
      const last = naiveInstant(limit, zone);
      const actual = ours(rule, start, zone).filter((at) => Date.parse(at) <= last);
      expect(actual).toEqual(instants.map((at) => new Date(at).toISOString()));
    }),
    { numRuns: 40 },
  );
}, 60_000);
