import { describe, expect, test } from "vitest";
import { occurrencesIn } from "../../../shared/calendar/occurrences.ts";
import { event, feed, iso, spans, starts, wholeYear } from "../../support/ics-feed.ts";

/*
 * The daylight-saving cases on which calendar libraries differ. Each says the section of RFC 5545 that decides. They run in every process
 * zone that the schedules run in, since that is where libraries go wrong first.
 */

const copenhagen = "TZID=Europe/Copenhagen";

describe("a change of the clocks", () => {
  test("a time that occurs twice is its first occurrence (3.3.5)", () => {
    const twice = feed(event(`DTSTART;${copenhagen}:20271031T023000`, "DURATION:PT30M"));
    expect(spans(twice)).toEqual(["2027-10-31T00:30/2027-10-31T01:00"]);
  });

  test("a time that does not exist is read with the offset before the gap (3.3.5)", () => {
    const skipped = feed(event(`DTSTART;${copenhagen}:20270328T023000`, "DURATION:PT30M"));
    expect(spans(skipped)).toEqual(["2027-03-28T01:30/2027-03-28T02:00"]);
  });

  test("a rule that meets the gap goes on at its own wall time afterwards (3.3.10)", () => {
    const daily = feed(event(`DTSTART;${copenhagen}:20270327T023000`, "RRULE:FREQ=DAILY;COUNT=3"));
    expect(starts(daily)).toEqual(["2027-03-27T01:30", "2027-03-28T01:30", "2027-03-29T00:30"]);
  });

  test("a rule that meets the hour that occurs twice takes it once, the first time (3.3.10)", () => {
    const daily = feed(event(`DTSTART;${copenhagen}:20271030T023000`, "RRULE:FREQ=DAILY;COUNT=3"));
    expect(starts(daily)).toEqual(["2027-10-30T00:30", "2027-10-31T00:30", "2027-11-01T01:30"]);
  });

  test("DTEND is an exact duration: a weekly feed leaves an hour with nobody on call, which is shown (3.8.5.3)", () => {
    const lines = [`DTSTART;${copenhagen}:20271018T090000`, `DTEND;${copenhagen}:20271025T090000`];
    expect(spans(feed(event(...lines, "RRULE:FREQ=WEEKLY;COUNT=3")))).toEqual([
      "2027-10-18T07:00/2027-10-25T07:00",
      "2027-10-25T07:00/2027-11-01T07:00",
      "2027-11-01T08:00/2027-11-08T08:00",
    ]);
  });

  test("DTEND of a series that begins in a short week stays an hour short for ever (3.8.5.3)", () => {
    const lines = [`DTSTART;${copenhagen}:20270322T090000`, `DTEND;${copenhagen}:20270329T090000`];
    expect(spans(feed(event(...lines, "RRULE:FREQ=WEEKLY;COUNT=2")))).toEqual([
      "2027-03-22T08:00/2027-03-29T07:00",
      "2027-03-29T07:00/2027-04-05T06:00",
    ]);
  });

  test("DURATION is a nominal one: a week is a week by the calendar, and there is never a hole (3.8.5.3, 3.3.6)", () => {
    const lines = [`DTSTART;${copenhagen}:20271018T090000`, "DURATION:P1W", "RRULE:FREQ=WEEKLY;COUNT=3"];
    expect(spans(feed(event(...lines)))).toEqual([
      "2027-10-18T07:00/2027-10-25T07:00",
      "2027-10-25T07:00/2027-11-01T08:00",
      "2027-11-01T08:00/2027-11-08T08:00",
    ]);
  });

  test("days of a DURATION are added before its hours, and hours are exact (3.3.6)", () => {
    const lines = [`DTSTART;${copenhagen}:20270327T120000`, "DURATION:P1DT2H"];
    expect(spans(feed(event(...lines)))).toEqual(["2027-03-27T11:00/2027-03-28T12:00"]);
    const hours = [`DTSTART;${copenhagen}:20270327T120000`, "DURATION:PT26H"];
    expect(spans(feed(event(...hours)))).toEqual(["2027-03-27T11:00/2027-03-28T13:00"]);
  });

  test("a day that begins a day of 23 or 25 hours is that long (3.3.4)", () => {
    const days = feed(event("DTSTART;VALUE=DATE:20270328"), event("DTSTART;VALUE=DATE:20271031"));
    expect(spans(days)).toEqual(["2027-03-27T23:00/2027-03-28T22:00", "2027-10-30T22:00/2027-10-31T23:00"]);
  });

  test("UNTIL in UTC is compared as an instant, across the change (3.3.10)", () => {
    const rule = (until: string): string =>
      feed(event(`DTSTART;${copenhagen}:20271030T090000`, `RRULE:FREQ=DAILY;UNTIL=${until}`));
    expect(starts(rule("20271101T080000Z"))).toEqual(["2027-10-30T07:00", "2027-10-31T08:00", "2027-11-01T08:00"]);
    expect(starts(rule("20271101T075959Z"))).toEqual(["2027-10-30T07:00", "2027-10-31T08:00"]);
  });

  test("EXDATE in UTC excludes the occurrence at that instant, before and after the change (3.8.5.1)", () => {
    const lines = [`DTSTART;${copenhagen}:20270327T090000`, "RRULE:FREQ=DAILY;COUNT=4"];
    expect(starts(feed(event(...lines, "EXDATE:20270327T080000Z,20270329T070000Z")))).toEqual([
      "2027-03-28T07:00",
      "2027-03-30T07:00",
    ]);
  });

  test("RECURRENCE-ID in UTC finds the occurrence at that instant (3.8.4.4)", () => {
    const series = event("UID:1", `DTSTART;${copenhagen}:20270327T090000`, "RRULE:FREQ=DAILY;COUNT=3");
    const moved = event("UID:1", "RECURRENCE-ID:20270329T070000Z", `DTSTART;${copenhagen}:20270329T150000`);
    expect(starts(feed(series, moved))).toEqual(["2027-03-27T08:00", "2027-03-28T07:00", "2027-03-29T13:00"]);
  });

  test("two hours around a gap that are one instant are one occurrence (3.8.5.3)", () => {
    const lines = [`DTSTART;${copenhagen}:20270328T010000`, "RRULE:FREQ=HOURLY;COUNT=4"];
    expect(starts(feed(event(...lines)))).toEqual(["2027-03-28T00:00", "2027-03-28T01:00", "2027-03-28T02:00"]);
  });
});

describe("zones", () => {
  const daily = (tzid: string, ...definition: readonly string[]): string =>
    feed(...definition, event(`DTSTART;TZID=${tzid}:20270327T090000`, "RRULE:FREQ=DAILY;COUNT=2"));
  const summer = ["2027-03-27T08:00", "2027-03-28T07:00"];

  test("a TZID without VTIMEZONE is the zone that it names, not a floating time (3.2.19)", () => {
    expect(starts(daily("Europe/Copenhagen"), { zone: "Asia/Kolkata" })).toEqual(summer);
  });

  test("Windows names and paths of other programs are zones", () => {
    expect(starts(daily("Romance Standard Time"))).toEqual(summer);
    expect(starts(daily("W. Europe Standard Time"))).toEqual(summer);
    expect(starts(daily('"tzone://Microsoft/Romance Standard Time"'))).toEqual(summer);
    expect(starts(daily("/freeassociation.sourceforge.net/Europe/Copenhagen"))).toEqual(summer);
    expect(starts(daily("/mozilla.org/20050126_1/America/Argentina/Salta"))[0]).toBe("2027-03-27T12:00");
  });

  const customized = (tzid: string): readonly string[] => [
    "BEGIN:VTIMEZONE",
    `TZID:${tzid}`,
    "BEGIN:STANDARD",
    "DTSTART:16011028T030000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010325T020000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
  ];

  test("a name that nobody knows is what its VTIMEZONE says, gaps and doubled hours included (3.6.5)", () => {
    const own = customized("Customized Time Zone");
    expect(starts(daily("Customized Time Zone", ...own))).toEqual(summer);
    const at = (wall: string): readonly string[] =>
      starts(feed(...own, event(`DTSTART;TZID=Customized Time Zone:${wall}`)));
    expect(at("20270328T023000")).toEqual(["2027-03-28T01:30"]);
    expect(at("20271031T023000")).toEqual(["2027-10-31T00:30"]);
    expect(at("20271031T030000")).toEqual(["2027-10-31T02:00"]);
  });

  test("what the runtime knows of a zone holds over an outdated copy in the feed", () => {
    const outdated = customized("Europe/Copenhagen").map((line) => line.replace("BYDAY=-1SU", "BYDAY=1SU"));
    expect(starts(daily("Europe/Copenhagen", ...outdated))).toEqual(summer);
  });

  test("an abbreviation is what the feed defines it to be", () => {
    expect(starts(daily("EST", ...customized("EST")))).toEqual(summer);
  });

  test("a TZID that nobody knows and nobody defines makes the event unreadable, with its name", () => {
    const found = occurrencesIn(daily("Nowhere/Atlantis"), wholeYear);
    expect(found).toMatchObject({ value: { unread: [{ fault: { kind: "unknown-zone", zone: "Nowhere/Atlantis" } }] } });
  });

  test("a floating time is where the question is asked, whatever the process thinks (3.3.5)", () => {
    const floating = feed(event("DTSTART:20270328T013000", "DURATION:PT1H"));
    expect(spans(floating, { zone: "Asia/Kolkata" })).toEqual(["2027-03-27T20:00/2027-03-27T21:00"]);
    expect(spans(floating, { zone: "Europe/London" })).toEqual(["2027-03-28T01:30/2027-03-28T02:30"]);
  });

  test("a change of half an hour, and a day that a zone never had", () => {
    const lordHowe = feed(event("DTSTART;TZID=Australia/Lord_Howe:20271003T021500", "DURATION:P1D"));
    expect(spans(lordHowe)).toEqual(["2027-10-02T15:45/2027-10-03T15:15"]);
    const apia = feed(event("DTSTART;TZID=Pacific/Apia:20111229T090000", "RRULE:FREQ=DAILY;COUNT=3"));
    const year = { from: iso("2011-12-01T00:00:00Z"), to: iso("2012-02-01T00:00:00Z") };
    expect(starts(apia, year)).toEqual(["2011-12-29T19:00", "2011-12-30T19:00"]);
  });
});
