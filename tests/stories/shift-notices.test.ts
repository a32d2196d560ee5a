import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../../shared/state/settings.ts";
import type { NoticeFacts, ShiftNews } from "../../shared/paging/notice-facts.ts";
import { stints } from "../../shared/schedule/stint.ts";
import type { Schedule, Team } from "../../shared/team/team.ts";
import { day, hour, minute, week } from "../../shared/time/duration.ts";
import { after, type Instant } from "../../shared/time/instant.ts";
import { at, Scenario, survived } from "../support/scenario.ts";
import { team, weekly } from "../support/team-builder.ts";

/** A team without sources, so that nothing but its shifts wakes it. */
const shiftsOnly = (schedule: Partial<Schedule> = {}, over: Partial<Team> = {}): Team =>
  team({ sources: [], schedules: [weekly(schedule)], ...over });

const newsOf = (scenario: Scenario): readonly ShiftNews[] =>
  scenario.notices.flatMap((facts) => (facts.kind === "shifts" ? facts.news : []));
const told = (scenario: Scenario): readonly string[] =>
  newsOf(scenario).map(({ what, role, at: instant }) => `${what} ${role} ${new Date(instant).toISOString()}`);

const friday = at("2027-01-08T12:00:00Z");
const nextMonday = at("2027-01-11T00:00:00Z");

describe("shift notices", () => {
  it("000-5 tell that a shift begins soon, has begun and ends soon, each once", () => {
    const scenario = new Scenario({ me: "bob", team: shiftsOnly(), now: friday });
    expect(newsOf(scenario)).toEqual([]);
    scenario.passes(10 * day);
    expect(newsOf(scenario)).toEqual([
      {
        schedule: "weekly",
        what: "soon",
        role: "primary",
        at: nextMonday,
        until: after(nextMonday, week),
        before: "Alice",
      },
      {
        schedule: "weekly",
        what: "began",
        role: "primary",
        at: nextMonday,
        until: after(nextMonday, week),
        before: "Alice",
      },
      {
        schedule: "weekly",
        what: "ends",
        role: "primary",
        at: after(nextMonday, week),
        next: "Charlie",
        mine: { role: "primary", at: after(nextMonday, 4 * week) },
      },
    ]);
    expect(scenario.entries.filter(({ kind }) => kind === "shift-told")).toHaveLength(3);
  });

  it("come as long ahead as the person chose, or not at all", () => {
    const soonAt = (shiftLead: number): readonly string[] => {
      const scenario = new Scenario({ me: "bob", team: shiftsOnly(), now: friday });
      scenario.send({ kind: "settings-changed", settings: { ...defaultSettings, shiftLead } });
      scenario.passes(nextMonday - friday - 2 * hour);
      const early = told(scenario).length;
      scenario.passes(2 * hour - minute);
      return [`${String(early)} then ${String(told(scenario).length)}`];
    };
    expect([soonAt(180), soonAt(30), soonAt(0)]).toEqual([["1 then 1"], ["0 then 1"], ["0 then 0"]]);
  });

  it("close with what they tell of", () => {
    const scenario = new Scenario({ me: "alice", team: shiftsOnly(), now: friday });
    scenario.passes(nextMonday - friday - minute);
    expect(told(scenario)).toEqual(["ends primary 2027-01-11T00:00:00.000Z"]);
    scenario.clear();
    scenario.passes(2 * minute);
    expect(scenario.effects).toEqual([{ kind: "close-notice", key: "shifts" }]);
  });

  it("say nothing to a backup, nor to somebody whom the team does not know", () => {
    for (const me of ["dana", "stranger"]) {
      const scenario = new Scenario({ me, team: shiftsOnly(), now: friday });
      scenario.passes(10 * day);
      expect(newsOf(scenario)).toEqual([]);
    }
  });

  it("say nothing of a shift that somebody new to Baton is in", () => {
    const scenario = new Scenario({ me: "alice", team: shiftsOnly(), now: friday });
    expect(newsOf(scenario)).toEqual([]);
  });

  it("are about a person: another one who says who they are hears nothing of the present shift", () => {
    const scenario = new Scenario({ team: shiftsOnly(), now: friday, me: "nobody" });
    for (const me of ["bob", "alice"]) {
      scenario.send({ kind: "settings-changed", settings: { ...defaultSettings, me } });
      scenario.passes(minute);
    }
    expect(newsOf(scenario)).toEqual([]);
  });

  it("treat the next turn of the same person, and a holiday on duty, as going on", () => {
    const solo = shiftsOnly({
      rotations: [
        {
          kind: "turns",
          role: "primary",
          participants: ["alice"],
          shift: { every: 1, unit: "day" },
          start: "2027-01-04",
          handoffAt: "09:00",
          onCycleEnd: "repeat",
        },
      ],
      holidays: { ...weekly().holidays, dates: [{ date: "2027-01-12", name: "A day" }] },
    });
    const scenario = new Scenario({ team: solo, now: friday });
    scenario.passes(30 * day);
    expect(newsOf(scenario)).toEqual([]);
  });

  it("tell the way from secondary to primary as a beginning, and back as an end", () => {
    const turns = weekly().rotations.slice(0, 1);
    const following = shiftsOnly({
      rotations: [...turns, { kind: "offset", role: "secondary", follow: "primary", offset: 1 }],
    });
    const scenario = new Scenario({ me: "charlie", team: following, now: friday });
    scenario.passes(17 * day);
    expect(told(scenario)).toEqual([
      "soon secondary 2027-01-11T00:00:00.000Z",
      "began secondary 2027-01-11T00:00:00.000Z",
      "soon primary 2027-01-18T00:00:00.000Z",
      "began primary 2027-01-18T00:00:00.000Z",
      "ends primary 2027-01-25T00:00:00.000Z",
    ]);
    const back = shiftsOnly({
      rotations: [...turns, { kind: "offset", role: "secondary", follow: "primary", offset: 3 }],
    });
    const other = new Scenario({ me: "alice", team: back, now: friday });
    other.passes(10 * day);
    expect(newsOf(other)[0]).toMatchObject({ what: "ends", mine: { role: "secondary", at: nextMonday } });
    expect(told(other)).toEqual([
      "ends primary 2027-01-11T00:00:00.000Z",
      "began secondary 2027-01-11T00:00:00.000Z",
      "ends secondary 2027-01-18T00:00:00.000Z",
    ]);
  });

  it("put the boundaries of two schedules that meet into one notice, and name both", () => {
    const both = shiftsOnly({}, { schedules: [weekly(), weekly({ id: "second", name: "Second line" })] });
    const scenario = new Scenario({ me: "bob", team: both, now: friday });
    scenario.passes(nextMonday - friday);
    expect(
      scenario.notices.map((facts) => facts.kind === "shifts" && facts.news.map(({ scheduleName }) => scheduleName)),
    ).toEqual([["weekly", "Second line"], ["weekly", "Second line"], false]);
  });

  it("keep what still holds in the notice when something else is added", () => {
    const early = weekly({
      id: "early",
      rotations: [
        { ...(weekly().rotations[0] as Extract<Schedule["rotations"][number], { kind: "turns" }>), handoffAt: "00:20" },
      ],
    });
    const scenario = new Scenario({ me: "alice", team: shiftsOnly({}, { schedules: [weekly(), early] }), now: friday });
    scenario.passes(nextMonday - friday - minute);
    expect(scenario.notices.map((facts) => facts.kind === "shifts" && facts.news.length)).toEqual([1, 2]);
  });

  it("follow overrides, swaps and holidays as they follow turns", () => {
    const changed = shiftsOnly({
      overrides: [{ role: "primary", person: "dana", from: "2027-01-12T09:00", to: "2027-01-12T17:00" }],
    });
    const scenario = new Scenario({ me: "dana", team: changed, now: friday });
    scenario.passes(5 * day);
    expect(told(scenario)).toEqual([
      "soon primary 2027-01-12T09:00:00.000Z",
      "began primary 2027-01-12T09:00:00.000Z",
      "ends primary 2027-01-12T17:00:00.000Z",
    ]);
  });

  it("tell of a shift that an edit of the team file gives me at once, and not again of one that it only moves", () => {
    const scenario = new Scenario({ me: "dana", team: shiftsOnly(), now: friday });
    const load = (over: Partial<Schedule>): void =>
      void scenario.send({
        kind: "team-loaded",
        loaded: { team: shiftsOnly(over), path: "team.yaml", sample: false, capabilities: {} },
      });
    load({ overrides: [{ role: "primary", person: "dana", from: "2027-01-08T10:00", to: "2027-01-08T20:00" }] });
    expect(told(scenario)).toEqual(["began primary 2027-01-08T10:00:00.000Z"]);
    load({ overrides: [{ role: "primary", person: "dana", from: "2027-01-08T11:00", to: "2027-01-08T22:00" }] });
    scenario.passes(9 * hour);
    expect(told(scenario)).toEqual(["began primary 2027-01-08T10:00:00.000Z"]);
    scenario.passes(hour);
    expect(told(scenario).slice(1)).toEqual(["ends primary 2027-01-08T22:00:00.000Z"]);
  });

  it("are told again when an edit takes a shift away and it comes back", () => {
    const scenario = new Scenario({ me: "alice", team: shiftsOnly(), now: friday });
    const overrides = [{ role: "primary", person: "bob", from: "2027-01-08T10:00", to: "2027-01-08T14:00" }] as const;
    scenario.send({
      kind: "team-loaded",
      loaded: { team: shiftsOnly({ overrides }), path: "team.yaml", sample: false, capabilities: {} },
    });
    scenario.passes(3 * hour);
    expect(told(scenario)).toEqual(["soon primary 2027-01-08T14:00:00.000Z", "began primary 2027-01-08T14:00:00.000Z"]);
  });

  it("wait for the end of quiet hours, and then say what still holds", () => {
    const quiet = shiftsOnly({}, { quietHours: { from: "22:00", to: "07:00", allow: ["critical"] } });
    const scenario = new Scenario({ me: "bob", team: quiet, now: friday });
    scenario.passes(nextMonday - friday + 6 * hour);
    expect(newsOf(scenario)).toEqual([]);
    scenario.passes(hour);
    expect(told(scenario)).toEqual(["began primary 2027-01-11T00:00:00.000Z"]);
    expect(scenario.now).toBe(at("2027-01-11T07:00:00Z"));
  });

  it("do not sound before a shift, and sound on it", () => {
    const scenario = new Scenario({ me: "bob", team: shiftsOnly(), now: friday });
    scenario.passes(3 * day);
    const sounds = scenario.effects.flatMap((effect) =>
      effect.kind === "show-notice" && effect.order.facts.kind === "shifts" ? [effect.order.sound] : [],
    );
    expect(sounds).toEqual(["none", "notice"]);
  });

  it("tell after sleep what still holds, as one, and nothing that is over", () => {
    const scenario = new Scenario({ me: "bob", team: shiftsOnly(), now: friday });
    scenario.now = at("2027-01-17T23:45:00Z");
    scenario.send({ kind: "machine", what: "resumed" });
    expect(scenario.notices.filter(({ kind }) => kind === "shifts")).toHaveLength(1);
    expect(told(scenario)).toEqual(["began primary 2027-01-11T00:00:00.000Z", "ends primary 2027-01-18T00:00:00.000Z"]);
    scenario.clear();
    scenario.now = at("2027-02-02T00:00:00Z");
    scenario.send({ kind: "machine", what: "resumed" });
    expect(newsOf(scenario)).toEqual([]);
  });

  it("tell nothing twice over a restart, and what came to be in between once", () => {
    const first = new Scenario({ me: "bob", team: shiftsOnly(), now: friday });
    first.passes(nextMonday - friday - minute);
    expect(told(first)).toHaveLength(1);
    const again = new Scenario({ me: "bob", team: shiftsOnly(), now: first.now, restored: survived(first.state) });
    expect(newsOf(again)).toEqual([]);
    const later = new Scenario({
      me: "bob",
      team: shiftsOnly(),
      now: after(nextMonday, hour),
      restored: survived(again.state),
    });
    expect(told(later)).toEqual(["began primary 2027-01-11T00:00:00.000Z"]);
    const last = new Scenario({
      me: "bob",
      team: shiftsOnly(),
      now: after(nextMonday, 2 * hour),
      restored: survived(later.state),
    });
    expect(newsOf(last)).toEqual([]);
  });
});

describe("the pager check at the start of a shift", () => {
  const drills = (scenario: Scenario): readonly NoticeFacts[] =>
    scenario.notices.filter(({ kind }) => kind === "drill");

  it("runs when my primary shift begins, and waits a quarter of an hour for an answer", () => {
    const scenario = new Scenario({ me: "bob", team: shiftsOnly(), now: friday });
    scenario.passes(nextMonday - friday);
    expect(drills(scenario)).toHaveLength(1);
    expect(scenario.state.drill).toMatchObject({ kind: "running", answerBy: after(nextMonday, 15 * minute) });
    scenario.passes(15 * minute);
    expect(scenario.state.drill).toMatchObject({ kind: "failed", reason: "not-acknowledged" });
  });

  it("does not run for a secondary, nor where the person turned it off, who is asked instead", () => {
    const scenario = new Scenario({ me: "bob", team: shiftsOnly(), now: friday });
    scenario.send({ kind: "settings-changed", settings: { ...defaultSettings, shiftCheck: false } });
    scenario.passes(3 * day);
    expect(drills(scenario)).toEqual([]);
    expect(scenario.notices.flatMap((facts) => (facts.kind === "shifts" ? [facts.check] : []))).toEqual([
      "asked",
      "asked",
    ]);
  });
});

const zones = ["UTC", "America/New_York", "Europe/Copenhagen", "Asia/Kolkata", "Australia/Lord_Howe"] as const;

const schedules = fc
  .record({
    timezone: fc.constantFrom(...zones),
    unit: fc.constantFrom("day" as const, "week" as const, "workday" as const),
    handoffAt: fc.constantFrom("00:00", "02:30", "09:00"),
    participants: fc.subarray(["alice", "bob", "charlie"], { minLength: 1 }),
    follows: fc.boolean(),
    start: fc.constantFrom("2027-03-01", "2027-10-04"),
  })
  .map(({ timezone, unit, handoffAt, participants, follows, start }): Schedule => {
    const turns = {
      kind: "turns",
      role: "primary",
      participants,
      shift: { every: 1, unit },
      start,
      handoffAt,
    } as const;
    return weekly({
      timezone,
      rotations: [
        { ...turns, onCycleEnd: "repeat" },
        ...(follows ? [{ kind: "offset", role: "secondary", follow: "primary", offset: 1 } as const] : []),
      ],
    });
  });

const spans = { "2027-03-01": at("2027-03-10T00:00:00Z"), "2027-10-04": at("2027-10-20T00:00:00Z") } as const;

describe("each boundary of mine", () => {
  /** What is to be told within a span by somebody who is always awake. */
  const boundaries = (schedule: Schedule, own: Team, span: { readonly from: Instant; readonly to: Instant }) => {
    const wide = { from: after(span.from, -60 * day), to: after(span.to, 60 * day) };
    const mine = stints(schedule, own, { person: "alice", ...wide });
    return mine
      .flatMap((stint, index) => {
        const joins = mine[index - 1]?.to === stint.from;
        const goesOn = mine[index + 1]?.from === stint.to;
        const began = `began ${stint.role} ${new Date(stint.from).toISOString()}`;
        const ends = `ends ${stint.role} ${new Date(stint.to).toISOString()}`;
        const before = joins && mine[index - 1]?.role === "primary" ? undefined : after(stint.from, -30 * minute);
        return [
          ...(before === undefined ? [] : [{ at: before, text: began.replace("began", "soon") }]),
          { at: stint.from, text: began },
          ...(goesOn && stint.role === "secondary" ? [] : [{ at: after(stint.to, -30 * minute), text: ends }]),
        ];
      })
      .filter((one) => one.at > span.from && one.at <= span.to)
      .map(({ text }) => text);
  };

  it("is told exactly once, over daylight saving, whatever else wakes Baton", () => {
    fc.assert(
      fc.property(
        schedules,
        fc.array(fc.integer({ min: minute, max: 2 * day }), { maxLength: 12 }),
        (schedule, waits) => {
          const rotation = schedule.rotations[0];
          const from = spans[(rotation?.kind === "turns" ? rotation.start : "") as keyof typeof spans];
          const own = shiftsOnly(schedule);
          const scenario = new Scenario({ team: own, now: from });
          const expectedAtOnce = told(scenario);
          for (const wait of waits) scenario.passes(wait);
          const seen = [...new Set(told(scenario))];
          const due = boundaries(schedule, own, { from, to: scenario.now });
          expect(seen.filter((text) => !expectedAtOnce.includes(text)).toSorted()).toEqual(
            due.filter((text) => !expectedAtOnce.includes(text)).toSorted(),
          );
          const began = told(scenario).filter((text) => text.startsWith("began"));
          expect(began).toEqual([...new Set(began)]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("is told at most once, whatever sleep and restarts come between", () => {
    fc.assert(
      fc.property(
        schedules,
        fc.array(fc.record({ wait: fc.integer({ min: 0, max: 9 * day }), restarts: fc.boolean() }), { maxLength: 12 }),
        (schedule, sleeps) => {
          const rotation = schedule.rotations[0];
          const from = spans[(rotation?.kind === "turns" ? rotation.start : "") as keyof typeof spans];
          const own = shiftsOnly(schedule);
          let scenario = new Scenario({ team: own, now: from });
          const began: string[] = [];
          for (const { wait, restarts } of sleeps) {
            const now = after(scenario.now, wait);
            if (restarts) scenario = new Scenario({ team: own, now, restored: survived(scenario.state) });
            else {
              scenario.now = now;
              scenario.clear();
              scenario.send({ kind: "machine", what: "resumed" });
            }
            began.push(...told(scenario).filter((text) => text.startsWith("began")));
            expect(newsOf(scenario).every((news) => news.what === "began" || news.at > now)).toBe(true);
          }
          expect(began).toEqual([...new Set(began)]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
