import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarUrl, scopeKey, scopeOf } from "../../shared/calendar/calendar-link.ts";
import { inScope, outgoingEvents } from "../../shared/behaviour/calendar/outgoing-events.ts";
import { revise, type Revisions } from "../../shared/calendar/revisions.ts";
import type { OutgoingEvent } from "../../shared/calendar/outgoing.ts";
import type { Schedule, Team } from "../../shared/team/team.ts";
import { day } from "../../shared/time/duration.ts";
import { after } from "../../shared/time/instant.ts";
import { at } from "../support/scenario.ts";
import { team, weekly } from "../support/team-builder.ts";

const span = { from: at("2027-01-04T00:00:00Z"), to: at("2027-02-01T00:00:00Z") };
const now = at("2027-01-05T12:00:00.750Z");

const withSchedule = (over: Partial<Schedule> = {}): Team => team({ schedules: [weekly(over)] });
const shiftsIn = (own: Team, within = span) =>
  outgoingEvents(own, within).flatMap((event) => (event.kind === "shift" ? [event] : []));

const override = {
  role: "primary",
  person: "dana",
  from: "2027-01-11T00:00",
  to: "2027-01-12T00:00",
  reason: "dentist",
} as const;

describe("the events of calendars", () => {
  it("003-4 out: are the shifts of people who are singled out, and the holidays, with the reason", () => {
    const holidays = { ...weekly().holidays, dates: [{ date: "2027-01-06", name: "Epiphany" }] };
    const events = outgoingEvents(withSchedule({ holidays }), { ...span, to: at("2027-01-11T00:00:00Z") });
    expect(events.map(({ kind, title, text }) => [kind, title, text])).toEqual([
      ["shift", "Alice: primary on call", "weekly, Data. By rotation."],
      ["shift", "Alice: primary on call", "weekly, Data. Holiday duty: Epiphany."],
      ["shift", "Alice: primary on call", "weekly, Data. By rotation."],
      ["holiday", "Epiphany", "Holiday of weekly, Data."],
    ]);
    expect(new Set(events.map(({ identity }) => identity)).size).toBe(4);
  });

  it("003-4 out: stay the same event when an override cuts a turn", () => {
    const [before] = shiftsIn(withSchedule()).filter(({ person }) => person === "bob");
    const [cut] = shiftsIn(withSchedule({ overrides: [override] })).filter(({ person }) => person === "bob");
    expect(cut?.identity).toBe(before?.identity);
    expect(cut?.from).toBe(at("2027-01-12T00:00:00Z"));
  });

  it("have one identity whatever span is asked about", () => {
    const own = withSchedule({
      overrides: [{ ...override, from: "2027-01-13T00:00", to: "2027-01-14T00:00" }],
      swaps: [{ role: "primary", a: "alice", b: "charlie", from: "2027-01-15T00:00", to: "2027-01-20T00:00" }],
    });
    const all = new Map(shiftsIn(own).map((event) => [`${event.person} ${String(event.from)}`, event.identity]));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 1, max: 10 }), (from, length) => {
        const within = { from: after(span.from, from * day), to: after(span.from, (from + length) * day) };
        for (const event of shiftsIn(own, within)) {
          const known = all.get(`${event.person} ${String(event.from)}`);
          if (known !== undefined) expect(event.identity).toBe(known);
        }
      }),
    );
  });

  it("are of everybody, of a schedule, or of a person with the holidays of theirs", () => {
    const holidays = { ...weekly().holidays, dates: [{ date: "2027-01-06", name: "Epiphany" }] };
    const other = weekly({ id: "other", holidays, rotations: [{ ...turns, participants: ["dana"] }] });
    const own = team({ schedules: [weekly(), other] });
    const events = outgoingEvents(own, span);
    const of = (scope: Parameters<typeof inScope>[1]) =>
      new Set(inScope(events, scope).map((event) => `${event.schedule} ${event.kind}`));
    expect(of({ kind: "all" })).toEqual(new Set(["weekly shift", "other shift", "other holiday"]));
    expect(of({ kind: "schedule", id: "weekly" })).toEqual(new Set(["weekly shift"]));
    expect(of({ kind: "person", id: "alice" })).toEqual(new Set(["weekly shift"]));
    expect(of({ kind: "person", id: "dana" })).toEqual(new Set(["weekly shift", "other shift", "other holiday"]));
  });
});

const turns = weekly().rotations[0] as Extract<Schedule["rotations"][number], { kind: "turns" }>;

describe("the history of an event", () => {
  const given = (own: Team, before: Revisions = {}, when = now): Revisions =>
    revise(before, outgoingEvents(own, span), { span, now: when });
  const bobs = (revisions: Revisions) =>
    Object.values(revisions).find((event) => event.kind === "shift" && event.person === "bob");

  it("003-4 out: begins at nought, and rises when the event changes", () => {
    const first = given(withSchedule());
    expect(bobs(first)).toMatchObject({ sequence: 0, changedAt: at("2027-01-05T12:00:00Z"), cancelled: false });
    const later = after(now, day);
    const second = given(withSchedule({ overrides: [override] }), first, later);
    expect(bobs(second)).toMatchObject({ sequence: 1, changedAt: at("2027-01-06T12:00:00Z") });
    const third = given(withSchedule(), second, after(now, 2 * day));
    expect(bobs(third)).toMatchObject({ sequence: 2 });
  });

  it("stays the same object while nothing changes, through JSON and with other people's changes", () => {
    const first = JSON.parse(JSON.stringify(given(withSchedule()))) as Revisions;
    expect(given(withSchedule(), first, after(now, day))).toEqual(first);
  });

  it("ends as cancelled, for a month, and goes on if the event comes back", () => {
    const first = given(withSchedule({ overrides: [override] }));
    const gone = given(withSchedule(), first);
    const dana = (revisions: Revisions) =>
      Object.values(revisions).find(
        (event) => event.kind === "shift" && event.from === at("2027-01-11T00:00:00Z") && event.person === "dana",
      );
    expect(dana(gone)).toMatchObject({ cancelled: true, sequence: 1 });
    expect(dana(given(withSchedule(), gone, after(now, 10 * day)))).toEqual(dana(gone));
    expect(dana(given(withSchedule(), gone, after(now, 30 * day)))).toBeUndefined();
    expect(dana(given(withSchedule({ overrides: [override] }), gone))).toMatchObject({ cancelled: false, sequence: 2 });
  });

  it("is forgotten when the event lies behind", () => {
    const first = given(withSchedule());
    const next = { from: at("2027-02-01T00:00:00Z"), to: at("2027-03-01T00:00:00Z") };
    const later = revise(first, outgoingEvents(withSchedule(), next), { span: next, now: at("2027-03-01T00:00:00Z") });
    const starts = Object.values(later).map((event: OutgoingEvent) => (event.kind === "shift" ? event.to : 0));
    expect(starts.every((to) => to > next.from)).toBe(true);
  });
});

it("a scope and its name in the file of links are the same", () => {
  for (const scope of [{ kind: "all" }, { kind: "schedule", id: "a" }, { kind: "person", id: "a.b" }] as const) {
    expect(scopeOf(scopeKey(scope))).toEqual(scope);
  }
  expect(["", "schedule:", "other:a"].map(scopeOf)).toEqual([undefined, undefined, undefined]);
  expect(calendarUrl("http://127.0.0.1:47800/inbox", "T")).toBe("http://127.0.0.1:47800/calendar/T.ics");
});
