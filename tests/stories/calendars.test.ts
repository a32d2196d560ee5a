import { describe, expect, test } from "vitest";
import { decide } from "../../shared/app/decide.ts";
import { calendarWindow } from "../../shared/behaviour/calendar/read-calendars.ts";
import { nextWake } from "../../shared/app/next-wake.ts";
import { shiftView } from "../../shared/schedule/shift-view.ts";
import { emptyState } from "../../shared/state/state.ts";
import type { ReadFailure } from "../../shared/calendar/read-failure.ts";
import type { CalendarAnswer } from "../../shared/calendar/calendar-content.ts";
import { onCall } from "../../shared/schedule/resolve.ts";
import { day, hour, minute } from "../../shared/time/duration.ts";
import { after } from "../../shared/time/instant.ts";
import { calendar, shiftOf, shiftsContent } from "../support/calendar-builder.ts";
import { alert, answer, at, noon, Scenario, survived } from "../support/scenario.ts";
import { team } from "../support/team-builder.ts";

const rota = calendar({ kind: "shifts", schedule: "weekly" });
const withRota = team({ calendars: [rota] });
const danas: CalendarAnswer = {
  content: shiftsContent([shiftOf("dana", "2027-01-04T00:00:00Z", "2027-01-11T00:00:00Z")]),
};
const offline: ReadFailure = { kind: "unreachable", code: "ENOTFOUND" };
const window = calendarWindow(noon);

const reads = (scenario: Scenario, told: CalendarAnswer | "unchanged" = danas) =>
  scenario.send({ kind: "calendar-read", calendar: "shifts", window, answer: told });
const fails = (scenario: Scenario, failure: ReadFailure = offline) =>
  scenario.send({ kind: "calendar-failed", calendar: "shifts", failure });
const asked = ({ effects }: Scenario) => effects.filter(({ kind }) => kind === "read-calendar");

function primaryOf({ state: { loaded }, now }: Scenario): string {
  const [schedule] = loaded?.team.schedules ?? [];
  if (!loaded || !schedule) throw new Error("no schedule");
  const { state, roles } = onCall(schedule, loaded.team, now);
  return [state, ...roles.primary.map(({ person }) => person)].join(" ");
}

/** Time passes, and every reading fails. */
function passesFailing(scenario: Scenario, milliseconds: number): void {
  const end = after(scenario.now, milliseconds);
  while (scenario.now < end) {
    const next = nextWake(scenario.state, scenario.now) ?? end;
    scenario.passes(Math.min(next, end) - scenario.now);
    if (scenario.state.calendars.get("shifts")?.askedAt !== undefined) fails(scenario);
  }
}

describe("a calendar", () => {
  test("is read when the team is loaded, about last year to the end of the next one, and again at its pace", () => {
    const scenario = new Scenario({ team: withRota });
    const effect = {
      kind: "read-calendar",
      calendar: "shifts",
      window: { from: at("2026-01-01T00:00:00Z"), to: at("2029-01-01T00:00:00Z") },
    };
    expect(asked(scenario)).toEqual([effect]);
    reads(scenario);
    scenario.passes(15 * minute - 1);
    expect(asked(scenario)).toHaveLength(1);
    scenario.passes(1);
    expect(asked(scenario)).toEqual([effect, effect]);
  });

  test("that says what it said leaves the team in force as it is, down to the object", () => {
    const scenario = new Scenario({ team: withRota });
    expect(primaryOf(scenario)).toBe("unknown");
    reads(scenario);
    expect(primaryOf(scenario)).toBe("covered dana");
    const before = scenario.state.loaded?.team;
    scenario.command({ kind: "retry-calendar", calendar: "shifts" });
    reads(scenario, "unchanged");
    expect(scenario.state.loaded?.team).toBe(before);
    expect(scenario.state.loaded?.declared).toBe(withRota);
  });

  test("that fails keeps what it said, is tried again soon and then less often, and not before a server wants", () => {
    const scenario = new Scenario({ team: withRota });
    reads(scenario);
    scenario.passes(15 * minute);
    const nextIn = () => (scenario.state.calendars.get("shifts")?.nextReadAt ?? 0) - scenario.now;
    const pauses = [1, 2, 3, 4, 5, 6].map(() => {
      fails(scenario);
      const pause = nextIn();
      scenario.passes(pause);
      return pause / minute;
    });
    expect(pauses).toEqual([1, 2, 4, 8, 15, 15]);
    expect(primaryOf(scenario)).toBe("covered dana");
    fails(scenario, { kind: "rate-limited", until: after(scenario.now, 2 * hour) });
    expect(nextIn()).toBe(2 * hour);
  });

  test("that answers a question which a changed file has made void is not heard", () => {
    const scenario = new Scenario({ team: withRota });
    scenario.send({
      kind: "team-loaded",
      loaded: { team: team(), path: "team.yaml", sample: false, capabilities: {} },
    });
    reads(scenario);
    expect(scenario.state.calendars.size).toBe(0);
    expect(primaryOf(scenario)).toBe("covered alice");
  });

  test("keeps what it said over an edit of the file, unless it is declared anew", () => {
    const scenario = new Scenario({ team: withRota });
    reads(scenario);
    const loads = (over: Parameters<typeof calendar>[1]) =>
      scenario.send({
        kind: "team-loaded",
        loaded: {
          team: team({ calendars: [{ ...rota, ...over }] }),
          path: "team.yaml",
          sample: false,
          capabilities: {},
        },
      });
    loads({ name: "Renamed", poll: hour });
    expect(primaryOf(scenario)).toBe("covered dana");
    loads({ config: { kind: "ics", place: { kind: "file", path: "other.ics" } } });
    expect(primaryOf(scenario)).toBe("unknown");
  });

  test("is read again at once after sleep, and by hand, but not twice at a time", () => {
    const scenario = new Scenario({ team: withRota });
    reads(scenario);
    scenario.clear();
    scenario.send({ kind: "machine", what: "resumed" });
    expect(asked(scenario)).toHaveLength(1);
    expect(scenario.command({ kind: "retry-calendar", calendar: "shifts" }).reply).toEqual({
      kind: "refused",
      reason: "busy",
    });
    reads(scenario);
    expect(scenario.command({ kind: "retry-calendar", calendar: "shifts" }).reply).toEqual({ kind: "done", count: 1 });
    expect(asked(scenario)).toHaveLength(2);
    expect(scenario.command({ kind: "retry-calendar", calendar: "x" }).reply).toMatchObject({ reason: "not-found" });
  });
});

describe("a calendar that stays silent", () => {
  const oldNotices = ({ effects }: Scenario) =>
    effects.filter(
      (effect) =>
        (effect.kind === "show-notice" && effect.order.facts.kind === "calendar-old") ||
        (effect.kind === "close-notice" && effect.key === "calendar:shifts"),
    );

  test("is told of once when what it said is old, without a sound, and comes back without a word", () => {
    const scenario = new Scenario({ team: withRota });
    reads(scenario);
    passesFailing(scenario, hour - minute);
    expect(oldNotices(scenario)).toEqual([]);
    passesFailing(scenario, day);
    const facts = { kind: "calendar-old", key: "calendar:shifts", calendarName: "Calendar of shifts", use: "shifts" };
    expect(oldNotices(scenario)).toMatchObject([
      { kind: "show-notice", order: { facts: { ...facts, lastGoodAt: noon }, sound: "none", sticky: false } },
    ]);
    expect(primaryOf(scenario)).toBe("covered dana");
    scenario.clear();
    scenario.command({ kind: "retry-calendar", calendar: "shifts" });
    reads(scenario, "unchanged");
    expect(oldNotices(scenario)).toEqual([{ kind: "close-notice", key: "calendar:shifts" }]);
    expect(scenario.entries.map(({ kind }) => kind)).toContain("calendar-back");
  });

  test("from the start is told of after three failures, since a laptop has no network in its first seconds", () => {
    const scenario = new Scenario({ team: withRota });
    fails(scenario);
    passesFailing(scenario, 2 * minute);
    expect(oldNotices(scenario)).toEqual([]);
    passesFailing(scenario, 2 * minute);
    expect(oldNotices(scenario)).toHaveLength(1);
  });

  test("over a restart is in force as it was, and not told of again", () => {
    const before = new Scenario({ team: withRota });
    reads(before);
    passesFailing(before, day);
    const scenario = new Scenario({ team: withRota, restored: survived(before.state), now: before.now });
    expect(primaryOf(scenario)).toBe("covered dana");
    passesFailing(scenario, hour);
    expect(oldNotices(scenario)).toEqual([]);
    const [started] = scenario.events;
    const first = started && decide(emptyState(scenario.state.notifier), started.event, started.stamp);
    // Before the team is loaded there is nothing to read it with.
    expect(first?.effects.filter(({ kind }) => kind === "read-calendar")).toEqual([]);
  });
});

describe("while a calendar leaves open who is on call", () => {
  test("everybody is paged as primary, for any of them may be, and nobody is told that they are off", () => {
    const scenario = new Scenario({ team: withRota, me: "charlie" });
    expect(shiftView(scenario.state.loaded?.team ?? withRota, "charlie", noon)).toMatchObject({ standing: "unknown" });
    scenario.answers(answer([alert("disk")]));
    expect(scenario.notices.filter(({ kind }) => kind === "incident")).toHaveLength(1);
    expect(scenario.incident("disk").escalation).toMatchObject({ step: 0 });
  });

  test("a page goes to the one who is on call as soon as the calendar tells, and is taken from the others' screens", () => {
    const scenario = new Scenario({ team: withRota, me: "charlie" });
    scenario.answers(answer([alert("disk")]));
    scenario.clear();
    reads(scenario);
    expect(scenario.effects).toContainEqual({ kind: "close-notice", key: `incident:${scenario.incident("disk").id}` });
  });
});
