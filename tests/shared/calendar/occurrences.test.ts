import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLine, unescapeText } from "../../../shared/calendar/content-line.ts";
import { occurrencesIn } from "../../../shared/calendar/occurrences.ts";
import { parseDuration, parseOffset } from "../../../shared/calendar/time-value.ts";
import { event, feed, iso, spans, starts, wholeYear } from "../../support/ics-feed.ts";

describe("a content line", () => {
  test("is a name, parameters and a value, with quotes and escapes undone", () => {
    expect(parseLine("attendee;CN=\"Lee, Ann: ^'A^'^n\";PARTSTAT=ACCEPTED:mailto:ann@example.com")).toEqual({
      name: "ATTENDEE",
      parameters: new Map([
        ["CN", 'Lee, Ann: "A"\n'],
        ["PARTSTAT", "ACCEPTED"],
      ]),
      value: "mailto:ann@example.com",
    });
    expect(unescapeText("a\\, b\\; c\\\\ d\\n e")).toBe("a, b; c\\ d\n e");
  });

  test.each(["", ":x", "NAME", "NAME;X:", "NAME;X=1", 'NAME;X="1:2'])(
    "is refused where it has no value: %j",
    (text) => {
      expect(parseLine(text)).toBeUndefined();
    },
  );
});

test("durations and offsets are read as RFC 5545 writes them, and nothing else is", () => {
  expect(parseDuration("P1DT2H")).toEqual({ days: 1, milliseconds: 7_200_000 });
  expect(parseDuration("-P1W")).toEqual({ days: -7, milliseconds: 0 });
  expect(["P", "PT", "1D", "P1H", "P-1D", "PT1D", ""].map(parseDuration)).toEqual(Array(7).fill(undefined));
  expect([parseOffset("+0530"), parseOffset("-003015"), parseOffset("-0000"), parseOffset("0100")]).toEqual([
    19_800_000,
    -1_815_000,
    0,
    undefined,
  ]);
});

describe("a feed", () => {
  const plain = feed(
    event("UID:1", "SUMMARY:a long title that is folded", "DTSTART:20270101T090000Z", "DURATION:PT1H"),
  );

  test.each([
    ["line feeds alone", plain.replaceAll("\r\n", "\n")],
    ["carriage returns alone", plain.replaceAll("\r\n", "\r")],
    ["a mark at its beginning", `\uFEFF${plain}`],
    ["folded lines", plain.replace("20270101T", "2027\r\n 01\r\n\t01T").replace("DTSTART", "DTS\r\n TART")],
    [
      "names in lower case",
      plain.replaceAll("BEGIN", "begin").replaceAll("DTSTART", "dtstart").replaceAll("VEVENT", "vevent"),
    ],
    ["blank lines", plain.replaceAll("\r\n", "\r\n\r\n")],
    ["garbage between its lines", plain.replace("DURATION", "this is not a line\r\nDURATION")],
  ])("is read with %s", (_, text) => {
    expect(spans(text)).toEqual(["2027-01-01T09:00/2027-01-01T10:00"]);
  });

  test("may hold several calendars, each with zones of its own", () => {
    const other = plain.replace("0900", "1200");
    expect(starts(plain + other)).toEqual(["2027-01-01T09:00", "2027-01-01T12:00"]);
  });

  test("may say things of its alarms that are not about its events", () => {
    const alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDURATION:PT9H\r\nATTENDEE:mailto:x@example.com\r\nEND:VALARM";
    expect(spans(plain.replace("END:VEVENT", `${alarm}\r\nEND:VEVENT`))).toEqual(["2027-01-01T09:00/2027-01-01T10:00"]);
  });

  const fails = (text: string): unknown => {
    const found = occurrencesIn(text, wholeYear);
    return found.ok ? "read" : found.error;
  };

  test("is refused by name where it is something else", () => {
    expect(fails("")).toEqual({ kind: "empty" });
    expect(fails(" \r\n\r\n")).toEqual({ kind: "empty" });
    expect(fails(feed())).toEqual({ kind: "empty" });
    expect(fails("<!DOCTYPE html><html>BEGIN:VCALENDAR")).toEqual({ kind: "not-a-calendar", found: "html" });
    expect(fails('<?xml version="1.0"?><error/>')).toEqual({ kind: "not-a-calendar", found: "xml" });
    expect(fails('{"error":"gone"}')).toEqual({ kind: "not-a-calendar", found: "json" });
    expect(fails("Not found")).toEqual({ kind: "not-a-calendar", found: "other" });
    expect(fails(plain.replace("END:VCALENDAR", ""))).toMatchObject({ kind: "cut-off" });
    expect(fails(plain.replace("END:VEVENT\r\n", ""))).toMatchObject({ kind: "misnested" });
  });

  test("names each event that it cannot read, and why, and reads the others", () => {
    const found = occurrencesIn(
      feed(
        event("UID:1", "DTSTART:20270101T090000Z"),
        event("UID:2"),
        event("UID:3", "DTSTART:20270230T090000Z"),
        event("UID:4", "DTSTART;TZID=Nowhere/Atlantis:20270101T090000"),
        event("UID:5", "DTSTART:20270101T090000Z", "DTEND:20270101T080000Z"),
        event("UID:6", "DTSTART:20270101T090000Z", "RRULE:FREQ=DAILY;BYDAY=XX"),
        event("UID:7", "DTSTART;VALUE=DATE:20270101", "RRULE:FREQ=HOURLY"),
        event("UID:8", "DTSTART:20270101T090000Z", "EXDATE"),
      ),
      wholeYear,
    );
    if (!found.ok) throw new Error(found.error.kind);
    expect(found.value.occurrences).toHaveLength(1);
    expect(found.value.unread.map(({ fault }) => fault)).toEqual([
      { kind: "missing", property: "DTSTART" },
      { kind: "invalid", property: "DTSTART" },
      { kind: "unknown-zone", zone: "Nowhere/Atlantis" },
      { kind: "invalid", property: "DTEND" },
      { kind: "invalid", property: "RRULE BYDAY" },
      { kind: "invalid", property: "RRULE FREQ" },
      { kind: "invalid", property: "EXDATE" },
    ]);
  });

  test("never throws, whatever is in it", () => {
    const words = fc.constantFrom(
      ...["BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "BEGIN:STANDARD", "END:STANDARD", "TZID:X"],
      ...[
        "DTSTART:20270101T090000Z",
        "DTSTART;TZID=X:20270101T090000",
        "DTSTART;VALUE=DATE:20270101",
        "DTEND:20270102",
      ],
      ...[
        "DURATION:P1W",
        "DURATION:-PT1S",
        "RRULE:FREQ=DAILY",
        "RRULE:FREQ=YEARLY;BYWEEKNO=53",
        "RDATE:20270105",
        "UID:1",
      ],
      ...["EXDATE;VALUE=DATE:20270105", "RECURRENCE-ID:20270101T090000Z", "TZOFFSETFROM:+0100", "TZOFFSETTO:+2400"],
      ...[
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20270103T090000Z",
        "STATUS:CANCELLED",
        "SEQUENCE:9",
        " folded",
        "\t",
        ":",
        ";",
      ],
    );
    const lines = fc.array(fc.oneof({ weight: 9, arbitrary: words }, fc.string()), { maxLength: 40 });
    const limits = { occurrences: 5_000, steps: 50_000, lineLength: 5_000, depth: 8 };
    fc.assert(
      fc.property(lines, (made) => {
        const found = occurrencesIn(feed(...made), { ...wholeYear, limits });
        expect(typeof found.ok).toBe("boolean");
      }),
      { numRuns: 400 },
    );
  });
});

test("a wider window never changes an answer", () => {
  const instants = fc.integer({ min: iso("2026-06-01T00:00:00Z"), max: iso("2028-06-01T00:00:00Z") });
  const text = feed(
    event("UID:1", "DTSTART;TZID=Europe/Copenhagen:20260105T093000", "DURATION:P9D", "RRULE:FREQ=WEEKLY;BYDAY=MO,FR"),
    event(
      "UID:1",
      "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Copenhagen:20270201T093000",
      "DTSTART;TZID=Europe/Copenhagen:20270301T120000",
      "DURATION:PT3H",
    ),
    event("UID:1", "RECURRENCE-ID;TZID=Europe/Copenhagen:20270205T093000", "DTSTART:20271224T090000Z"),
    event(
      "UID:2",
      "DTSTART;VALUE=DATE:20260101",
      "RRULE:FREQ=MONTHLY;BYDAY=-1FR;BYSETPOS=1",
      "EXDATE;VALUE=DATE:20270129",
    ),
    event("UID:3", "DTSTART:20260101T000000", "DTEND:20260101T013000", "RRULE:FREQ=HOURLY;INTERVAL=5;COUNT=2000"),
  );
  const all = (from: number, to: number): readonly string[] => spans(text, { from: from as never, to: to as never });
  fc.assert(
    fc.property(fc.uniqueArray(instants, { minLength: 4, maxLength: 4 }), (cuts) => {
      const [least = 0, from = 0, to = 0, most = 0] = cuts.toSorted((a, b) => a - b);
      const [begins, ends] = [new Date(from).toISOString().slice(0, 16), new Date(to).toISOString().slice(0, 16)];
      const meets = (span: string): boolean => span.slice(0, 16) < ends && span.slice(17) > begins;
      expect(all(from, to).filter(meets)).toEqual(all(least, most).filter(meets));
    }),
    { numRuns: 30 },
  );
});
