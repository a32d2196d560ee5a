import { describe, expect, test } from "vitest";
import type { CalendarContent } from "../../../shared/calendar/calendar-content.ts";
import { contentOf, type ContentQuestion } from "../../../shared/calendar/map-calendar.ts";
import { event, feed, iso } from "../../support/ics-feed.ts";

const people = [
  { id: "alice", name: "Alice Ng", email: "alice@example.com" },
  { id: "bob", name: "Bob", email: "Bob@Example.com" },
  { id: "ann", name: "Ann" },
  { id: "ann-lee", name: "Ann Lee" },
];

const question: ContentQuestion = {
  from: iso("2027-01-01T00:00:00Z"),
  to: iso("2028-01-01T00:00:00Z"),
  zone: "Europe/Copenhagen",
  use: { kind: "shifts", schedule: "weekly" },
  rules: [],
  people,
};

function content(text: string, asked: Partial<ContentQuestion> = {}): CalendarContent {
  const found = contentOf(text, { ...question, ...asked });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

const shift = (day: string, ...lines: readonly string[]): string =>
  event(`DTSTART:202701${day}T080000Z`, `DTEND:202701${day}T200000Z`, ...lines);

describe("003-4 a calendar's events as shifts", () => {
  const held = (text: string, asked: Partial<ContentQuestion> = {}): readonly string[] => {
    const found = content(text, asked);
    return found.use === "shifts" ? found.shifts.map(({ role, person }) => `${role} ${person}`) : [];
  };

  test("belong to who is invited and has not declined, by address in any case", () => {
    const lines = ["ATTENDEE;PARTSTAT=DECLINED:mailto:alice@example.com", "ATTENDEE:MAILTO:bob@example.com"];
    expect(held(feed(shift("04", "SUMMARY:On call - Alice Ng", ...lines)))).toEqual(["primary bob"]);
  });

  test("or else to the one person whom the title names, as a word of its own", () => {
    expect(
      held(
        feed(
          shift("04", "SUMMARY:On call: alice ng"),
          shift("05", "SUMMARY:Bob (secondary)"),
          shift("06", "SUMMARY:backup – Ann Lee"),
          shift("07", "SUMMARY:Ann is on call"),
          shift("08", "SUMMARY:[L1] bob@example.com"),
        ),
      ),
    ).toEqual(["primary alice", "secondary bob", "backup ann-lee", "primary ann", "primary bob"]);
  });

  test("that name nobody, or more people than can be meant, are unmapped with their times, not nobody's", () => {
    const text = feed(
      shift("04", "SUMMARY:Bob"),
      shift("05", "SUMMARY:Bobby"),
      shift("06", "SUMMARY:Bob covers for Alice Ng"),
    );
    expect(content(text)).toEqual({
      use: "shifts",
      schedule: "weekly",
      shifts: [{ role: "primary", person: "bob", from: iso("2027-01-04T08:00:00Z"), to: iso("2027-01-04T20:00:00Z") }],
      unmapped: [
        { title: "Bobby", reason: "nobody-known", from: iso("2027-01-05T08:00:00Z"), to: iso("2027-01-05T20:00:00Z") },
        {
          title: "Bob covers for Alice Ng",
          reason: "several-people",
          from: iso("2027-01-06T08:00:00Z"),
          to: iso("2027-01-06T20:00:00Z"),
        },
      ],
      unmappedCount: 2,
      unknown: [
        { from: iso("2027-01-05T08:00:00Z"), to: iso("2027-01-05T20:00:00Z") },
        { from: iso("2027-01-06T08:00:00Z"), to: iso("2027-01-06T20:00:00Z") },
      ],
    });
  });

  test("go by the first rule that fits, which names a person, a role, or neither", () => {
    const rules = [
      { title: "*lunch*", ignore: true },
      { title: "L2*", role: "secondary", ignore: false },
      { category: "vendor", person: "ann", role: "backup", ignore: false },
      { attendee: "*@partner.example", person: "bob", ignore: false },
    ] as const;
    const text = feed(
      shift("04", "SUMMARY:Team Lunch with Bob"),
      shift("05", "SUMMARY:l2: alice"),
      shift("06", "SUMMARY:Night watch", "CATEGORIES:Work,Vendor"),
      shift("07", "SUMMARY:Watch", "ATTENDEE:mailto:noc@partner.example"),
    );
    expect(held(text, { rules })).toEqual(["secondary alice", "backup ann", "primary bob"]);
  });

  test("hold the role that the calendar is for, whatever their titles say", () => {
    const use = { kind: "shifts", schedule: "weekly", role: "backup" } as const;
    expect(held(feed(shift("04", "SUMMARY:Bob primary")), { use })).toEqual(["backup bob"]);
  });

  test("without one that is somebody's, or with one that cannot be read, are a failure and never an empty schedule", () => {
    const failure = (text: string): unknown => {
      const found = contentOf(text, question);
      return found.ok ? found.value : found.error;
    };
    expect(failure(feed(shift("04", "SUMMARY:Zoe")))).toEqual({ kind: "no-shifts", unmapped: 1 });
    expect(failure(feed(shift("04", "SUMMARY:Bob"), event("SUMMARY:Bob")))).toEqual({
      kind: "unread-events",
      count: 1,
      events: [{ line: 9, fault: { kind: "missing", property: "DTSTART" } }],
    });
  });
});

describe("003-4 a calendar's events as holidays and absences", () => {
  test("each day that an event touches is a holiday, by the days of the team's zone", () => {
    const text = feed(
      event("SUMMARY:Easter", "DTSTART;VALUE=DATE:20270328", "DTEND;VALUE=DATE:20270330"),
      event("SUMMARY:New Year", "DTSTART;VALUE=DATE:20270101", "RRULE:FREQ=YEARLY"),
      event("SUMMARY:Another name", "DTSTART;VALUE=DATE:20270328"),
      event("SUMMARY:Midnight to midnight", "DTSTART:20270604T220000Z", "DTEND:20270605T220000Z"),
    );
    expect(content(text, { use: { kind: "holidays" } })).toEqual({
      use: "holidays",
      unread: [],
      holidays: [
        { date: "2027-01-01", name: "New Year" },
        { date: "2027-03-28", name: "Another name" },
        { date: "2027-03-29", name: "Easter" },
        { date: "2027-06-05", name: "Midnight to midnight" },
        { date: "2028-01-01", name: "New Year" },
      ],
    });
  });

  const away = { kind: "away", person: "alice" } as const;

  test("absences are the days that somebody is away all day, not meetings and not birthdays", () => {
    const text = feed(
      event("SUMMARY:Holiday", "DTSTART;VALUE=DATE:20270705", "DTEND;VALUE=DATE:20270717"),
      event("SUMMARY:Bob's birthday", "DTSTART;VALUE=DATE:20270301", "TRANSP:TRANSPARENT"),
      event("SUMMARY:Meeting", "DTSTART:20270302T090000Z", "DTEND:20270302T100000Z"),
      event("SUMMARY:Dentist", "DTSTART:20270303T090000Z", "DTEND:20270303T100000Z", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"),
      event("SUMMARY:Surgery", "CLASS:PRIVATE", "DTSTART;TZID=Europe/Copenhagen:20270404T090000", "DURATION:P1D"),
    );
    expect(content(text, { use: away })).toEqual({
      use: "away",
      person: "alice",
      unread: [],
      absences: [
        { from: "2027-03-03", to: "2027-03-04", reason: "Dentist" },
        { from: "2027-04-04", to: "2027-04-06" },
        { from: "2027-07-05", to: "2027-07-17", reason: "Holiday" },
      ],
    });
  });

  test("a rule makes an absence of what it names, and takes away what it ignores", () => {
    const rules = [
      { title: "office closed", ignore: true },
      { title: "*leave*", ignore: false },
    ];
    const text = feed(
      event("SUMMARY:Office closed", "DTSTART;VALUE=DATE:20270102"),
      event("SUMMARY:Half-day leave", "TRANSP:TRANSPARENT", "DTSTART:20270302T090000Z", "DTEND:20270302T110000Z"),
    );
    expect(content(text, { use: away, rules })).toMatchObject({
      absences: [{ from: "2027-03-02", to: "2027-03-03", reason: "Half-day leave" }],
    });
  });

  test("an event that cannot be read is named beside those that can", () => {
    const text = feed(event("SUMMARY:New Year", "DTSTART;VALUE=DATE:20270101"), event("SUMMARY:?"));
    expect(content(text, { use: { kind: "holidays" } })).toMatchObject({
      holidays: [{ date: "2027-01-01" }],
      unread: [{ fault: { kind: "missing", property: "DTSTART" } }],
    });
  });
});
