import { describe, expect, test } from "vitest";
import { event, feed, iso, starts } from "../../support/ics-feed.ts";

/* The examples of RFC 5545, 3.8.5.3, which all begin on 2 September 1997 at 09:00 in New York. */

const span = { from: iso("1997-01-01T00:00:00Z"), to: iso("2008-01-01T00:00:00Z") };

const days = (rule: string, start = "19970902T090000"): readonly string[] =>
  starts(feed(event(`DTSTART;TZID=America/New_York:${start}`, `RRULE:${rule}`)), span).map((at) => at.slice(0, 10));

describe("the examples of RFC 5545", () => {
  test.each([
    { about: "daily for 10 occurrences", rule: "FREQ=DAILY;COUNT=10", count: 10, last: "1997-09-11" },
    {
      about: "daily until December 24, 1997",
      rule: "FREQ=DAILY;UNTIL=19971224T000000Z",
      count: 113,
      last: "1997-12-23",
    },
    { about: "every 10 days, 5 occurrences", rule: "FREQ=DAILY;INTERVAL=10;COUNT=5", count: 5, last: "1997-10-12" },
    {
      about: "every other week, weeks begin on Sunday",
      rule: "FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=8",
      count: 8,
      last: "1997-12-09",
    },
    {
      about: "weekly on Tuesday and Thursday",
      rule: "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
      count: 10,
      last: "1997-10-02",
    },
    {
      about: "every other week on Tuesday and Thursday",
      rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
      count: 8,
      last: "1997-10-16",
    },
    {
      about: "the second-to-last weekday of the month",
      rule: "FREQ=MONTHLY;COUNT=7;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
      count: 7,
      last: "1998-02-26",
    },
    {
      about: "the first and last day of the month",
      rule: "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
      count: 10,
      last: "1998-01-31",
    },
    {
      about: "every Friday the 13th",
      rule: "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=6",
      count: 6,
      last: "2000-10-13",
    },
  ])("$about", ({ rule, count, last }) => {
    const found = days(rule);
    expect(found).toHaveLength(count);
    expect(found.at(-1)).toBe(last);
  });

  test("every 18 months on the 10th to the 15th", () => {
    expect(days("FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "19970910T090000")).toEqual([
      ...["1997-09-10", "1997-09-11", "1997-09-12", "1997-09-13", "1997-09-14", "1997-09-15"],
      ...["1999-03-10", "1999-03-11", "1999-03-12", "1999-03-13"],
    ]);
  });

  test("every third year on the 1st, 100th and 200th day", () => {
    expect(days("FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "19970101T090000")).toEqual([
      ...["1997-01-01", "1997-04-10", "1997-07-19", "2000-01-01", "2000-04-09"],
      ...["2000-07-18", "2003-01-01", "2003-04-10", "2003-07-19", "2006-01-01"],
    ]);
  });

  test("every 20th Monday of the year, and Monday of week number 20", () => {
    expect(days("FREQ=YEARLY;BYDAY=20MO;COUNT=3", "19970519T090000")).toEqual([
      "1997-05-19",
      "1998-05-18",
      "1999-05-17",
    ]);
    expect(days("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", "19970512T090000")).toEqual([
      ...["1997-05-12", "1998-05-11", "1999-05-17"],
    ]);
  });

  test("the US presidential election day", () => {
    const rule = "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3";
    expect(days(rule, "19961105T090000")).toEqual(["2000-11-07", "2004-11-02"]);
  });

  test("weeks that begin on another day change every other week", () => {
    expect(days("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "19970805T090000")).toEqual([
      ...["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"],
    ]);
    expect(days("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "19970805T090000")).toEqual([
      ...["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"],
    ]);
  });

  test("a date that a month does not have is left out and not counted", () => {
    expect(days("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "20070115T090000")).toEqual([
      ...["2007-01-15", "2007-01-30", "2007-02-15", "2007-03-15", "2007-03-30"],
    ]);
  });

  test("every 90 minutes, and every 20 minutes within working hours", () => {
    const at = (rule: string): readonly string[] =>
      starts(feed(event("DTSTART;TZID=America/New_York:19970902T090000", `RRULE:${rule}`)), span);
    expect(at("FREQ=MINUTELY;INTERVAL=90;COUNT=4").map((time) => time.slice(11))).toEqual([
      ...["13:00", "14:30", "16:00", "17:30"],
    ]);
    const working = "BYHOUR=9,10,11,12,13,14,15,16";
    expect(at(`FREQ=DAILY;${working};BYMINUTE=0,20,40;COUNT=100`)).toEqual(
      at(`FREQ=MINUTELY;INTERVAL=20;${working};COUNT=100`),
    );
  });
});

describe("what a series is made of", () => {
  const first = (...lines: readonly string[]): readonly string[] =>
    starts(feed(event("UID:1", ...lines))).map((at) => at.slice(0, 10));

  test("the start is the first, whether the rule has it or not (3.8.2.4)", () => {
    expect(first("DTSTART:20270105T090000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3")).toEqual([
      ...["2027-01-05", "2027-01-11", "2027-01-18"],
    ]);
  });

  test("a series that ended before it began has nothing", () => {
    expect(first("DTSTART:20270105T090000Z", "RRULE:FREQ=WEEKLY;UNTIL=20270101T000000Z")).toEqual([]);
  });

  test("RDATE adds, EXDATE takes away, and what both rules have is there once (3.8.5)", () => {
    const lines = ["DTSTART:20270104T090000Z", "RRULE:FREQ=WEEKLY;COUNT=3", "RRULE:FREQ=DAILY;INTERVAL=14;COUNT=2"];
    expect(first(...lines, "RDATE:20270106T090000Z,20270111T090000Z", "EXDATE:20270118T090000Z")).toEqual([
      ...["2027-01-04", "2027-01-06", "2027-01-11"],
    ]);
  });

  test("EXDATE of a whole day takes away what begins on it, and EXRULE what its rule has", () => {
    const lines = ["DTSTART;TZID=Europe/Copenhagen:20270104T013000", "RRULE:FREQ=DAILY;COUNT=5"];
    expect(first(...lines, "EXDATE;VALUE=DATE:20270105", "EXRULE:FREQ=DAILY;INTERVAL=3;COUNT=2")).toEqual([
      ...["2027-01-06", "2027-01-08"],
    ]);
  });

  test("a period of RDATE has a length of its own (3.8.5.2)", () => {
    const found = feed(
      event(
        "DTSTART:20270104T090000Z",
        "DTEND:20270104T100000Z",
        "RDATE;VALUE=PERIOD:20270105T090000Z/20270105T120000Z,20270106T090000Z/PT4H",
      ),
    );
    expect(starts(found, { from: iso("2027-01-05T11:59:00Z") })).toEqual(["2027-01-05T09:00", "2027-01-06T09:00"]);
  });

  test("the later version of an event holds, the higher SEQUENCE or else the later in the feed", () => {
    const version = (sequence: number, day: string): string =>
      event("UID:1", `SEQUENCE:${sequence}`, `DTSTART:202701${day}T090000Z`);
    expect(starts(feed(version(2, "07"), version(1, "05")))).toEqual(["2027-01-07T09:00"]);
    const same = event("UID:1", "SUMMARY:new", "DTSTART:20270107T090000Z");
    expect(starts(feed(version(0, "07"), same))).toEqual(["2027-01-07T09:00"]);
  });

  test("events that share a UID without being versions of each other are all kept", () => {
    expect(
      starts(feed(event("UID:x", "DTSTART:20270107T090000Z"), event("UID:x", "DTSTART:20270108T090000Z"))),
    ).toEqual([...["2027-01-07T09:00", "2027-01-08T09:00"]]);
  });
});

describe("an occurrence that was changed", () => {
  const series = (...more: readonly string[]): readonly string[] =>
    starts(
      feed(event("UID:1", "DTSTART;TZID=Europe/Copenhagen:20270104T090000", "RRULE:FREQ=WEEKLY;COUNT=5"), ...more),
    );

  test("moves where it says, even out of the window of the others", () => {
    const moved = event("UID:1", "RECURRENCE-ID;TZID=Europe/Copenhagen:20270111T090000", "DTSTART:20270213T120000Z");
    expect(series(moved)).toEqual([
      ...["2027-01-04T08:00", "2027-01-18T08:00", "2027-01-25T08:00", "2027-02-01T08:00", "2027-02-13T12:00"],
    ]);
  });

  test("is gone where it is cancelled, and so is a series", () => {
    const id = "RECURRENCE-ID;TZID=Europe/Copenhagen:20270111T090000";
    const cancelled = event("UID:1", id, "STATUS:CANCELLED", "DTSTART;TZID=Europe/Copenhagen:20270111T090000");
    expect(series(cancelled)).toHaveLength(4);
    expect(starts(feed(event("UID:1", "STATUS:CANCELLED", "DTSTART:20270104T090000Z", "RRULE:FREQ=WEEKLY")))).toEqual(
      [],
    );
  });

  test("with RANGE=THISANDFUTURE takes all later ones along, by as much (3.8.4.4)", () => {
    const id = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Copenhagen:20270118T090000";
    expect(series(event("UID:1", id, "DTSTART;TZID=Europe/Copenhagen:20270119T103000"))).toEqual([
      ...["2027-01-04T08:00", "2027-01-11T08:00", "2027-01-19T09:30", "2027-01-26T09:30", "2027-02-02T09:30"],
    ]);
    const ends = event("UID:1", id, "STATUS:CANCELLED", "DTSTART;TZID=Europe/Copenhagen:20270118T090000");
    expect(series(ends)).toEqual(["2027-01-04T08:00", "2027-01-11T08:00"]);
  });

  test("of a series of days is found by its date, whatever time stands beside it", () => {
    const holiday = event(
      "UID:1",
      "DTSTART;VALUE=DATE:20270104",
      "RRULE:FREQ=WEEKLY;COUNT=3",
      "EXDATE:20270118T000000Z",
    );
    const moved = event("UID:1", "RECURRENCE-ID:20270111T000000Z", "DTSTART;VALUE=DATE:20270112");
    expect(starts(feed(holiday, moved))).toEqual(["2027-01-03T23:00", "2027-01-11T23:00"]);
  });

  test("may be all that a feed knows of its series", () => {
    const alone = event("UID:2", "RECURRENCE-ID:20270111T090000Z", "DTSTART:20270112T090000Z");
    expect(starts(feed(alone))).toEqual(["2027-01-12T09:00"]);
  });
});
