import { describe, expect, test } from "vitest";
import { blockOf, lanesOf, placeOf, spanOf, type Lane } from "../../../renderer/schedule/lanes.ts";
import { firstSpot, movedTo, spotOf, type Move, type Spot } from "../../../renderer/schedule/moves.ts";
import { notesOf } from "../../../renderer/schedule/notes.ts";
import { daysAround, isNamed, movedBy } from "../../../renderer/store/shown-days.ts";
import { formatDate, knownDay } from "../../../shared/time/civil.ts";
import { at } from "../../support/scenario.ts";
import { easter, fourPeople, sixtyPeople } from "../../page/schedule-teams.ts";
import { viewOf } from "../../page/schedule-views.ts";

const week = ["2027-03-15", "2027-03-22"] as const;
const roles = { by: "roles", standby: false } as const;
const people = { by: "people", standby: false } as const;

/** "alice 0 0.5" for each block of a lane: who, and from where to where. */
const blocks = (lane: Lane | undefined): readonly string[] =>
  (lane?.blocks ?? []).map(({ content, start, width }) => {
    const who = content.kind === "shift" ? content.shift.person : content.kind;
    return `${who} ${start.toFixed(3)} ${(start + width).toFixed(3)}`;
  });

describe("the days shown", () => {
  const around = (date: string, kind: "week" | "month" | "quarter") => {
    const { first, before } = daysAround(knownDay(date), kind);
    return [formatDate(first), formatDate(before)];
  };

  test("are a week from its Monday, a month, or three months from the one of the day", () => {
    expect(around("2027-03-17", "week")).toEqual(["2027-03-15", "2027-03-22"]);
    expect(around("2027-03-15", "week")).toEqual(["2027-03-15", "2027-03-22"]);
    expect(around("2027-02-28", "month")).toEqual(["2027-02-01", "2027-03-01"]);
    expect(around("2027-12-31", "quarter")).toEqual(["2027-12-01", "2028-03-01"]);
  });

  test("move by whole spans, from the last day of a long month into a short one", () => {
    expect(formatDate(movedBy(knownDay("2027-01-31"), "month", 1))).toBe("2027-02-01");
    expect(formatDate(movedBy(knownDay("2027-01-31"), "quarter", -1))).toBe("2026-10-01");
    expect(formatDate(movedBy(knownDay("2027-03-17"), "week", -1))).toBe("2027-03-10");
  });

  test("of three months only the Mondays are named", () => {
    expect([15, 16].map((day) => isNamed(knownDay(`2027-03-${day}`), "quarter"))).toEqual([true, false]);
  });
});

describe("lanes by role", () => {
  test("hold the shifts as shares of the days, cut to them", () => {
    const [primary, secondary] = lanesOf(viewOf(fourPeople, "weekly", week), roles);
    expect(blocks(primary)).toEqual(["bob 0.000 0.054", "charlie 0.054 1.000"]);
    expect(blocks(secondary)).toEqual(["charlie 0.000 0.054", "dana 0.054 1.000"]);
  });

  test("have one line for everyone who is left over, however many they are", () => {
    const lanes = lanesOf(viewOf(sixtyPeople, "weekly", week), roles);
    expect(lanes.map(({ key, rows }) => [key, rows])).toEqual([
      ["primary", 1],
      ["secondary", 1],
      ["backup", 1],
    ]);
  });

  test("000-9 show where nobody is on call, in the role that misses somebody", () => {
    const [primary] = lanesOf(viewOf(easter, "sun", ["2027-03-01", "2027-03-02"]), roles);
    expect(blocks(primary).filter((one) => one.startsWith("uncovered"))).toEqual([
      "uncovered 0.000 0.375",
      "uncovered 0.958 1.000",
    ]);
  });

  test("mark off hours behind the shifts and not as a gap", () => {
    const [primary] = lanesOf(viewOf(easter, "first-line", ["2027-03-01", "2027-03-02"]), roles);
    expect(primary?.shades.map(({ kind }) => kind)).toEqual(["off-hours", "off-hours"]);
    expect(blocks(primary)).toEqual(["dana 0.375 0.708"]);
  });

  test("a day of 23 hours is narrower than the others", () => {
    const view = viewOf(fourPeople, "weekly", ["2027-03-22", "2027-03-29"]);
    const width = (day: number): number =>
      placeOf(view, {
        from: view.days[day] ?? at("2027-03-22T00:00:00Z"),
        to: view.days[day + 1] ?? at("2027-03-22T00:00:00Z"),
      }).width;
    expect(width(6) / width(5)).toBeCloseTo(23 / 24);
  });
});

describe("lanes by person", () => {
  test("have everybody who takes turns, with the conflict on the shift and the absence behind it", () => {
    const lanes = lanesOf(viewOf(easter, "weekly", week), people);
    expect(lanes.map(({ key }) => key)).toEqual(["person alice", "person bob", "person charlie", "person dana"]);
    const charlie = lanes[2];
    expect(charlie?.shades.map(({ kind }) => kind)).toEqual(["away"]);
    const conflicts = charlie?.blocks.map(({ content }) =>
      content.kind === "shift" ? content.conflict?.kind : undefined,
    );
    expect(conflicts).toEqual([undefined, "away"]);
  });

  test("stand people who have two roles at once on two rows", () => {
    const lanes = lanesOf(viewOf(easter, "weekly", ["2027-03-29", "2027-04-05"]), people);
    const bob = lanes.find(({ key }) => key === "person bob");
    expect(bob?.rows).toBe(2);
  });

  test("show those who stand by only when asked to", () => {
    const view = viewOf(fourPeople, "weekly", week);
    const kinds = (standby: boolean) =>
      new Set(
        lanesOf(view, { by: "people", standby }).flatMap(({ blocks: all }) => all.map(({ content }) => content.kind)),
      );
    expect(kinds(false)).toEqual(new Set(["shift"]));
    expect(kinds(true)).toEqual(new Set(["shift", "standby"]));
  });

  test("begin with a lane for gaps, where there are any", () => {
    expect(lanesOf(viewOf(easter, "sun", week), people)[0]?.key).toBe("cover");
  });
});

describe("moving through the shifts", () => {
  const lanes = lanesOf(viewOf(fourPeople, "weekly", ["2027-03-01", "2027-03-29"]), roles);
  const walk = (from: Spot, ...moves: readonly Move[]): Spot =>
    moves.reduce((spot, move) => movedTo(lanes, spot, move), from);

  test("goes along a lane and stops at its ends", () => {
    expect(walk({ lane: 0, block: 0 }, "right", "right")).toEqual({ lane: 0, block: 2 });
    expect(walk({ lane: 0, block: 2 }, "first", "left")).toEqual({ lane: 0, block: 0 });
    expect(walk({ lane: 0, block: 0 }, "last", "right")).toEqual({ lane: 0, block: 4 });
  });

  test("goes to the block nearest in time on the next lane", () => {
    expect(walk({ lane: 0, block: 2 }, "down")).toEqual({ lane: 1, block: 2 });
    expect(walk({ lane: 0, block: 2 }, "up")).toEqual({ lane: 0, block: 2 });
    expect(walk({ lane: 1, block: 3 }, "down", "up", "up")).toEqual({ lane: 0, block: 3 });
  });

  test("goes through all of them by time", () => {
    expect(walk({ lane: 0, block: 0 }, "next", "next", "next")).toEqual({ lane: 0, block: 1 });
    expect(walk({ lane: 0, block: 0 }, "previous")).toEqual({ lane: 0, block: 0 });
  });

  test("begins at the first there is, and finds a block again by its key", () => {
    expect(firstSpot(lanes)).toEqual({ lane: 0, block: 0 });
    expect(firstSpot([])).toBeUndefined();
    const key = `${lanes[1]?.key ?? ""}/${lanes[1]?.blocks[2]?.key ?? ""}`;
    expect(spotOf(lanes, key)).toEqual({ lane: 1, block: 2 });
    expect(spotOf(lanes, "gone")).toBeUndefined();
    const found = blockOf(lanes, key);
    expect(found && spanOf(found.content).from).toBe(at("2027-03-08T08:00:00Z"));
  });
});

describe("what is worth knowing", () => {
  test("begins with trouble, and leaves out what there is none of", () => {
    const kinds = notesOf(viewOf(easter, "weekly", ["2027-03-01", "2027-04-05"])).map(({ kind, notes }) => [
      kind,
      notes.length,
    ]);
    expect(kinds).toEqual([
      ["conflict", 2],
      ["holiday", 3],
      ["override", 1],
      ["swap", 1],
      ["clock", 1],
    ]);
  });

  test("names the shifts whose length a change of the clocks changes", () => {
    const clock = notesOf(viewOf(fourPeople, "weekly", ["2027-03-22", "2027-03-29"]))[0]?.notes[0];
    expect(clock?.kind === "clock" && clock.across.map(({ role, person }) => `${role} ${person}`)).toEqual([
      "primary dana",
      "secondary alice",
    ]);
  });
});
