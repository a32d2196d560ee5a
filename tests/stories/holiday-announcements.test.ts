import { describe, expect, it } from "vitest";
import { announcementViews } from "../../shared/behaviour/announcement/announcements.ts";
import type { Holidays, Schedule, Team } from "../../shared/team/team.ts";
import { day, hour, week } from "../../shared/time/duration.ts";
import { after } from "../../shared/time/instant.ts";
import { at, Scenario, survived } from "../support/scenario.ts";
import { team, weekly } from "../support/team-builder.ts";

const holidays = (over: Partial<Holidays> = {}): Holidays => ({
  regions: [],
  dates: [{ date: "2027-01-20", name: "Founders' Day" }],
  policy: "designated",
  rotation: [],
  designated: { "2027-01-20": "dana" },
  ...over,
});

/** Charlie is primary in the week of the holiday. */
const withHoliday = (over: Partial<Holidays> = {}, schedule: Partial<Schedule> = {}, more: Partial<Team> = {}): Team =>
  team({ sources: [], schedules: [weekly({ holidays: holidays(over), ...schedule })], ...more });

const start = at("2027-01-05T12:00:00Z");
const due = at("2027-01-13T00:00:00Z");

const announced = (scenario: Scenario) =>
  scenario.effects.flatMap((effect) => (effect.kind === "announce" ? [effect.announcement] : []));

describe("a holiday swap", () => {
  it("003-5 is announced a week ahead, once, in words that are the same everywhere", () => {
    const scenario = new Scenario({ me: "bob", team: withHoliday(), now: start });
    scenario.passes(due - start - 1);
    expect(announced(scenario)).toEqual([]);
    scenario.passes(1);
    expect(announced(scenario)).toEqual([
      {
        id: "holiday-swap:data/weekly/2027-01-20/dana>charlie",
        topic: "holiday-swap",
        title: "Dana covers Founders' Day for Charlie",
        text: [
          "**Founders' Day**, 2027-01-20, weekly:",
          "",
          "- **Dana** is primary in place of **Charlie** from Wed 20 Jan 2027 00:00 UTC to Thu 21 Jan 2027 00:00 UTC",
        ].join("\n"),
      },
    ]);
    expect(scenario.entries).toContainEqual({
      at: due,
      kind: "announced",
      body: {
        id: "holiday-swap:data/weekly/2027-01-20/dana>charlie",
        topic: "holiday-swap",
        title: "Dana covers Founders' Day for Charlie",
      },
    });
    scenario.passes(4 * week);
    expect(announced(scenario)).toHaveLength(1);
  });

  it.each([
    ["the first backup in a swap", { policy: "swap-with-backup" }, "alice"],
    ["the holiday rotation", { policy: "holiday-rotation", rotation: ["bob", "dana"] }, "bob"],
    ["whoever is designated", { policy: "designated" }, "dana"],
  ] as const)("003-5 is announced for %s", (_, over, person) => {
    const scenario = new Scenario({ team: withHoliday(over), now: start });
    scenario.passes(due - start);
    expect(announced(scenario).map(({ id }) => id)).toEqual([`holiday-swap:data/weekly/2027-01-20/${person}>charlie`]);
  });

  it("is no swap where the primary covers, nobody does, or the one who is named has the week anyway", () => {
    for (const over of [
      { policy: "primary-covers" },
      { policy: "no-cover" },
      { designated: { "2027-01-20": "charlie" } },
    ] as const) {
      const scenario = new Scenario({ team: withHoliday(over), now: start });
      scenario.passes(4 * week);
      expect(announced(scenario)).toEqual([]);
    }
  });

  it("is one as well by an override or a swap, for the part of the day that it takes", () => {
    const override = withHoliday(
      { policy: "primary-covers" },
      { overrides: [{ role: "primary", person: "bob", from: "2027-01-20T12:00", to: "2027-01-22T12:00" }] },
    );
    const swap = withHoliday(
      { policy: "primary-covers" },
      { swaps: [{ role: "primary", a: "alice", b: "charlie", from: "2027-01-01T00:00", to: "2027-02-01T00:00" }] },
    );
    const textOf = (own: Team): readonly string[] => {
      const scenario = new Scenario({ team: own, now: start });
      scenario.passes(due - start);
      return announced(scenario).flatMap(({ text }) => text.split("\n").slice(2));
    };
    expect(textOf(override)).toEqual([
      "- **Bob** is primary in place of **Charlie** from Wed 20 Jan 2027 12:00 UTC to Thu 21 Jan 2027 00:00 UTC",
    ]);
    expect(textOf(swap)).toEqual([
      "- **Alice** is primary in place of **Charlie** from Wed 20 Jan 2027 00:00 UTC to Thu 21 Jan 2027 00:00 UTC",
    ]);
  });

  it("tells the two people, and nobody else", () => {
    const newsFor = (me: string) => {
      const scenario = new Scenario({ me, team: withHoliday(), now: start });
      scenario.passes(due - start);
      return scenario.notices.flatMap((facts) => (facts.kind === "holiday-swaps" ? facts.swaps : []));
    };
    const span = { from: at("2027-01-20T00:00:00Z"), to: at("2027-01-21T00:00:00Z") };
    expect(newsFor("dana")).toEqual([{ holiday: "Founders' Day", mine: "covers", other: "Charlie", ...span }]);
    expect(newsFor("charlie")).toEqual([{ holiday: "Founders' Day", mine: "covered", other: "Dana", ...span }]);
    expect(newsFor("alice")).toEqual([]);
  });

  it("is announced as long ahead as the schedule says, and is not repeated until it is over", () => {
    const scenario = new Scenario({ team: withHoliday({ announce: 30 * day }), now: start });
    expect(announced(scenario)).toHaveLength(1);
    scenario.passes(4 * week);
    expect(announced(scenario)).toHaveLength(1);
    expect(scenario.state.announcements.size).toBe(0);
  });

  it("that is made at the last moment is announced then, another one on the same day too, and none once the day began", () => {
    const now = at("2027-01-19T12:00:00Z");
    const scenario = new Scenario({ team: withHoliday(), now });
    const load = (designated: string): void =>
      void scenario.send({
        kind: "team-loaded",
        loaded: {
          team: withHoliday({ designated: { "2027-01-20": designated } }),
          path: "team.yaml",
          sample: false,
          capabilities: {},
        },
      });
    load("bob");
    scenario.passes(12 * hour);
    load("alice");
    expect(announced(scenario).map(({ title }) => title)).toEqual([
      "Dana covers Founders' Day for Charlie",
      "Bob covers Founders' Day for Charlie",
    ]);
  });

  it("waits for the end of quiet hours", () => {
    const quiet = { quietHours: { from: "22:00", to: "07:00", allow: ["critical"] } } as const;
    const scenario = new Scenario({ me: "dana", team: withHoliday({}, {}, quiet), now: start });
    scenario.passes(due - start + 7 * hour - 1);
    expect(announced(scenario)).toEqual([]);
    scenario.passes(1);
    expect(announced(scenario)).toHaveLength(1);
  });

  it("is not announced again after a restart", () => {
    const scenario = new Scenario({ team: withHoliday(), now: due });
    expect(announced(scenario)).toHaveLength(1);
    expect(announced(new Scenario({ team: withHoliday(), now: due, restored: survived(scenario.state) }))).toEqual([]);
  });

  it("keeps names that look like markup from being it", () => {
    const own = withHoliday({ dates: [{ date: "2027-01-20", name: "[free](http://evil) *day*" }] });
    const scenario = new Scenario({ team: own, now: due });
    expect(announced(scenario)[0]?.text).toContain("**\\[free\\](http://evil) \\*day\\***");
  });
});

describe("announcements on the screen", () => {
  const shown = (scenario: Scenario) => announcementViews(scenario.state, scenario.now).map(({ title }) => title);

  it("stay until they are dismissed, which is written down", () => {
    const scenario = new Scenario({ me: "bob", team: withHoliday(), now: due });
    const [view] = announcementViews(scenario.state, scenario.now);
    expect(shown(scenario)).toEqual(["Dana covers Founders' Day for Charlie"]);
    const id = view?.id ?? "";
    expect(scenario.command({ kind: "dismiss-announcement", id }).reply).toEqual({ kind: "done", count: 1 });
    expect(shown(scenario)).toEqual([]);
    expect(scenario.entries.at(-1)).toEqual({ at: due, kind: "announcement-dismissed", body: { by: "bob", id } });
    expect(scenario.command({ kind: "dismiss-announcement", id }).reply).toEqual({
      kind: "refused",
      reason: "not-found",
    });
  });

  it("go after two weeks", () => {
    const scenario = new Scenario({ team: withHoliday({ announce: 60 * day }), now: start });
    scenario.passes(14 * day - 1);
    expect(shown(scenario)).toHaveLength(1);
    scenario.now = after(scenario.now, 1);
    expect(shown(scenario)).toEqual([]);
  });
});
