import { describe, expect, test } from "vitest";
import { teamInForce, type TeamKnowledge } from "../../../../shared/behaviour/calendar/team-in-force.ts";
import type { KnownCalendar } from "../../../../shared/calendar/calendar-content.ts";
import { conflicts } from "../../../../shared/schedule/conflicts.ts";
import { onCall, watches } from "../../../../shared/schedule/resolve.ts";
import type { Team } from "../../../../shared/team/team.ts";
import { calendar, known, shiftOf, shiftsContent } from "../../../support/calendar-builder.ts";
import { at, noon } from "../../../support/scenario.ts";
import { team, weekly } from "../../../support/team-builder.ts";

const knowing = (...calendars: readonly KnownCalendar[]): TeamKnowledge => ({
  publicHolidays: {},
  calendars: new Map(calendars.map((each) => [each.id, each])),
});

const scheduleOf = ({ schedules: [schedule] }: Team) => {
  if (!schedule) throw new Error("a team without schedules");
  return schedule;
};

const holding = (policy: "swap-with-backup" | "primary-covers", regions: readonly string[] = []) =>
  weekly({
    holidays: { regions, dates: [{ date: "2027-01-06", name: "Our own" }], policy, rotation: [], designated: {} },
  });

describe("001-3 holidays from outside the file", () => {
  const holidays = [
    { date: "2027-01-05", name: "Eve" },
    { date: "2027-01-06", name: "Epiphany" },
  ];

  test("of regions and calendars count like the team's own, which go first", () => {
    const declared = team({
      schedules: [holding("swap-with-backup", ["SE"])],
      calendars: [calendar({ kind: "holidays" })],
    });
    const inForce = teamInForce(declared, {
      publicHolidays: { weekly: holidays },
      calendars: knowing(
        known("holidays", { use: "holidays", holidays: [{ date: "2027-01-07", name: "Picnic" }], unread: [] }),
      ).calendars,
    });
    const nameOn = (day: string) =>
      onCall(scheduleOf(inForce), inForce, at(`${day}T12:00:00Z`)).roles.primary.map(
        ({ person, holiday }) => `${person} ${holiday ?? "-"}`,
      );
    expect(["2027-01-04", "2027-01-05", "2027-01-06", "2027-01-07"].flatMap(nameOn)).toEqual([
      "alice -",
      "bob Eve",
      "bob Our own",
      "bob Picnic",
    ]);
  });

  test("of a calendar for one schedule leave the others alone", () => {
    const other = { ...weekly(), id: "other" };
    const declared = team({
      schedules: [weekly(), other],
      calendars: [calendar({ kind: "holidays", schedule: "other" })],
    });
    const inForce = teamInForce(declared, knowing(known("holidays", { use: "holidays", holidays, unread: [] })));
    expect(inForce.schedules.map(({ holidays: { dates } }) => dates)).toEqual([[], holidays]);
    expect(inForce.schedules[0]).toBe(declared.schedules[0]);
  });
});

test("a person's absences from a calendar are conflicts with a proposed substitute", () => {
  const declared = team({ calendars: [calendar({ kind: "away", person: "alice" })] });
  const absences = [{ from: "2027-01-05", to: "2027-01-07", reason: "Conference" }];
  const inForce = teamInForce(declared, knowing(known("away", { use: "away", person: "alice", absences, unread: [] })));
  expect(
    conflicts(scheduleOf(inForce), inForce, {
      span: { from: noon, to: at("2027-01-08T00:00:00Z") },
      people: inForce.people,
    }),
  ).toMatchObject([
    { kind: "away", reason: "Conference", from: at("2027-01-05T00:00:00Z"), to: at("2027-01-07T00:00:00Z") },
  ]);
  expect(inForce.people[1]).toBe(declared.people[1]);
});

describe("003-4 shifts of a calendar", () => {
  const declared = team({ calendars: [calendar({ kind: "shifts", schedule: "weekly" })] });
  const week = { from: at("2027-01-04T00:00:00Z"), to: at("2027-01-11T00:00:00Z") };
  const told = (inForce: Team) =>
    watches(scheduleOf(inForce), inForce, week).map(({ state, people }) => [state, ...people.primary].join(" "));

  test("replace the rotations; where they name nobody whom the team knows it is unknown, and elsewhere a gap", () => {
    const shifts = [
      shiftOf("dana", "2027-01-04T00:00:00Z", "2027-01-06T00:00:00Z"),
      shiftOf("somebody who left", "2027-01-08T00:00:00Z", "2027-01-09T00:00:00Z"),
    ];
    const unknown = [{ from: at("2027-01-06T00:00:00Z"), to: at("2027-01-07T00:00:00Z") }];
    const inForce = teamInForce(declared, knowing(known("shifts", shiftsContent(shifts, { unknown }))));
    expect(told(inForce)).toEqual(["covered dana", "unknown", "gap", "unknown", "gap"]);
  });

  test("are unknown, and nobody's rotation, while the calendar was never read", () => {
    expect(told(teamInForce(declared, knowing()))).toEqual(["unknown"]);
  });

  test("are unknown beyond what the calendar was asked about", () => {
    const shifts = [shiftOf("dana", "2027-01-04T00:00:00Z", "2027-01-06T00:00:00Z")];
    const inForce = teamInForce(declared, knowing(known("shifts", shiftsContent(shifts))));
    const stateAt = (iso: string) => onCall(scheduleOf(inForce), inForce, at(iso)).state;
    expect(stateAt("2028-12-31T23:00:00Z")).toBe("gap");
    expect(stateAt("2029-01-01T00:00:00Z")).toBe("unknown");
  });
});

test("a team about which nothing more is known is the very team that was declared", () => {
  const declared = team({ calendars: [calendar({ kind: "holidays" }), calendar({ kind: "away", person: "bob" })] });
  expect(teamInForce(declared, knowing())).toBe(declared);
});
