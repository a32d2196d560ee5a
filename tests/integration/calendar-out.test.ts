import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, it } from "vitest";
import { writeIcs } from "../../electron/node/calendar/ics-writer.ts";
import { outgoingEvents } from "../../shared/behaviour/calendar/outgoing-events.ts";
import { revise } from "../../shared/calendar/revisions.ts";
import type { OutgoingEvent } from "../../shared/calendar/outgoing.ts";
import type { Schedule, Team } from "../../shared/team/team.ts";
import { instant } from "../../shared/time/instant.ts";
import { describeWith } from "../support/describe-with.ts";
import { startRadicale } from "../support/radicale.ts";
import { at } from "../support/scenario.ts";
import { person, team, weekly } from "../support/team-builder.ts";

/* What Baton writes, as other programs read it: two libraries that know nothing of each other, and a CalDAV server. */

const span = { from: at("2027-03-01T00:00:00Z"), to: at("2027-12-31T00:00:00Z") };

/** A name that would break the format if it were written as it is, and two changes to summer time within the span. */
const awkward = 'Ada; "the first", née Løve\\Byron\nBEGIN:VEVENT 🙂';

const zones = ["Europe/Copenhagen", "America/New_York", "Australia/Lord_Howe"] as const;

const teamIn = (timezone: string, over: Partial<Schedule> = {}): Team => {
  const rotation = weekly().rotations[0] as Extract<Schedule["rotations"][number], { kind: "turns" }>;
  const people = [person("alice", { name: awkward }), ...["bob", "charlie", "dana"].map((id) => person(id))];
  const holidays = { ...weekly().holidays, dates: [{ date: "2027-03-28", name: "Easter, and a clock change" }] };
  const rotations = [{ ...rotation, handoffAt: "02:30", start: "2027-02-28" }];
  return team({ people, schedules: [weekly({ timezone, rotations, holidays, ...over })] });
};

const written = (own: Team): { readonly text: string; readonly events: readonly OutgoingEvent[] } => {
  const events = outgoingEvents(own, span);
  const revised = Object.values(revise({}, events, { span, now: span.from }));
  return { text: writeIcs({ team: own.id, name: "Data: on call", events: revised, alarm: 30 }), events };
};

type Read = { readonly title: string; readonly from: number; readonly to: number; readonly wholeDay: boolean };

const expected = (events: readonly OutgoingEvent[]): readonly Read[] =>
  events
    .map((event) =>
      event.kind === "shift"
        ? { title: event.title, from: event.from, to: event.to, wholeDay: false }
        : { title: event.title, from: dayStart(event.date), to: dayStart(event.date) + 86_400_000, wholeDay: true },
    )
    .toSorted(byTime);

const dayStart = (date: string): number => at(`${date}T00:00:00Z`);
const byTime = (a: Read, b: Read): number => a.from - b.from || a.to - b.to;

function byIcalJs(text: string): readonly Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar
    .getAllSubcomponents("vevent")
    .map((component) => new ICAL.Event(component))
    .map(({ summary, startDate, endDate }) => ({
      title: summary,
      from: startDate.isDate ? dayStart(startDate.toString()) : startDate.toUnixTime() * 1_000,
      to: endDate.isDate ? dayStart(endDate.toString()) : endDate.toUnixTime() * 1_000,
      wholeDay: startDate.isDate,
    }))
    .toSorted(byTime);
}

function byNodeIcal(text: string): readonly Read[] {
  return Object.values(nodeIcal.sync.parseICS(text))
    .flatMap((component) => (component?.type === "VEVENT" ? [component] : []))
    .map((event) => {
      const wholeDay = event.datetype === "date";
      // A date is given as midnight in the process's own zone.
      const of = (date: Date): number =>
        wholeDay ? Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) : date.getTime();
      const from = of(event.start);
      return {
        title: typeof event.summary === "string" ? event.summary : event.summary.val,
        from,
        to: event.end ? of(event.end) : from,
        wholeDay,
      };
    })
    .toSorted(byTime);
}

describe("003-4 out: a written calendar", () => {
  it.each(zones)("is read by two libraries as it was meant, over the changes of summer time in %s", (zone) => {
    const { text, events } = written(teamIn(zone));
    expect(byIcalJs(text)).toEqual(expected(events));
    expect(byNodeIcal(text)).toEqual(expected(events));
  });

  it("is well formed: lines of at most 75 bytes, names escaped, everything that a program asks for", () => {
    const { text } = written(teamIn("Europe/Copenhagen"));
    const lines = text.split("\r\n");
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(byIcalJs(text).length);
    for (const line of ["VERSION:2.0", "PRODID:-//Baton//Baton//EN", "X-WR-CALNAME:Data: on call"]) {
      expect(lines).toContain(line);
    }
    expect(text).toMatch(/REFRESH-INTERVAL;VALUE=DURATION:PT1H/);
    expect(text).not.toContain("METHOD:");
    expect(text).toMatch(/BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT30M/);
    expect(text).toMatch(/DTSTART;VALUE=DATE:20270328/);
  });
});

describeWith(["radicale"], "003-4 out: a calendar in a CalDAV server", () => {
  it("goes in and comes out the same, and is found by time", { timeout: 60_000 }, async () => {
    const { text, events } = written(teamIn("Europe/Copenhagen"));
    const { send } = await startRadicale();
    const headers = { "content-type": "text/calendar; charset=utf-8" };
    expect(await send("PUT", "/baton/on-call/", { body: text, headers })).toMatchObject({ status: 201 });
    const out = await send("GET", "/baton/on-call/");
    expect(out.status).toBe(200);
    expect(byIcalJs(out.body)).toEqual(expected(events));
    const query = `<?xml version="1.0"?><C:calendar-query xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:D="DAV:">
      <D:prop><C:calendar-data/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
      <C:time-range start="20270328T120000Z" end="20270329T120000Z"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`;
    const found = await send("REPORT", "/baton/on-call/", { body: query, headers: { depth: "1" } });
    expect(found.status).toBe(207);
    const [from, to] = [instant(at("2027-03-28T12:00:00Z")), instant(at("2027-03-29T12:00:00Z"))];
    const there = expected(events).filter((event) => event.from < to && from < event.to);
    expect(found.body.match(/^BEGIN:VEVENT/gm)).toHaveLength(there.length);
  });
});
