import type { Person, Schedule, Team, Turns } from "../../shared/team/team.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { toInstant } from "../../shared/time/zoned.ts";
import { person, team, weekly } from "../support/team-builder.ts";

/* Teams for the Schedule view. Their days are those of spring 2027, when Europe's clocks go forward on 28 March. */

const zone = "Europe/Copenhagen";

export const turns = (over: Partial<Turns> = {}): Turns => ({
  kind: "turns",
  role: "primary",
  participants: ["alice", "bob", "charlie", "dana"],
  shift: { every: 1, unit: "week" },
  start: "2027-01-04",
  handoffAt: "09:00",
  onCycleEnd: "repeat",
  ...over,
});

const inZone = (...ids: readonly string[]): readonly Person[] => ids.map((id) => person(id, { timezone: zone }));

const four = inZone("alice", "bob", "charlie", "dana");

export const weeklyOfFour = weekly({
  name: "Weekly",
  timezone: zone,
  rotations: [
    // Fourteen rounds before 2027-01-04, so that there are shifts to look back on, whatever day it is.
    turns({ start: "2025-12-08" }),
    { kind: "offset", role: "secondary", follow: "primary", offset: 1 },
    { kind: "others", role: "backup" },
  ],
});

/** First line in working hours, from Monday to Friday. */
export const firstLine: Schedule = {
  ...weekly({ id: "first-line", name: "First line", timezone: zone }),
  rotations: [turns({ shift: { every: 1, unit: "workday" }, onCycleEnd: "shuffle" })],
};

export const fourPeople: Team = team({ timezone: zone, people: four, schedules: [weeklyOfFour, firstLine] });

/** One of everything in the weeks around Easter 2027. */
export const easter: Team = team({
  timezone: zone,
  people: four.map((one) =>
    one.id === "charlie"
      ? { ...one, timezone: "America/New_York", away: [{ from: "2027-03-16", to: "2027-03-20", reason: "leave" }] }
      : one,
  ),
  schedules: [
    {
      ...weeklyOfFour,
      holidays: {
        regions: [],
        dates: [
          { date: "2027-03-25", name: "Maundy Thursday" },
          { date: "2027-03-26", name: "Good Friday" },
          { date: "2027-03-29", name: "Easter Monday" },
        ],
        policy: "swap-with-backup",
        rotation: [],
        designated: {},
      },
      overrides: [
        { role: "primary", person: "dana", from: "2027-03-03T09:00", to: "2027-03-04T09:00", reason: "dentist" },
      ],
      swaps: [{ role: "primary", a: "alice", b: "bob", from: "2027-03-29T09:00", to: "2027-04-12T09:00" }],
    },
    firstLine,
    {
      ...weekly({ id: "sun", name: "Follow the sun", timezone: "UTC" }),
      rotations: [
        turns({ participants: ["alice", "bob"], timezone: zone, coverage: { kind: "working-hours" } }),
        turns({ participants: ["charlie"], timezone: "America/New_York", coverage: { kind: "working-hours" } }),
      ],
    },
  ],
});

/** Three people with nothing out of the ordinary. */
export const threePeople: Team = team({
  timezone: zone,
  people: four.slice(0, 3),
  schedules: [
    {
      ...weeklyOfFour,
      rotations: [
        turns({ participants: ["alice", "bob", "charlie"] }),
        { kind: "offset", role: "secondary", follow: "primary", offset: 1 },
      ],
    },
  ],
});

const march = (day: number): Instant => toInstant(zone, `2027-03-${String(day).padStart(2, "0")}T09:00`);

/** Shifts that a calendar says: nobody from 10 to 12 March, and somebody whom the team does not know from the 22nd to the 24th. */
export const fromCalendar: Team = team({
  timezone: zone,
  people: four,
  schedules: [
    {
      ...weeklyOfFour,
      rotations: [],
      imported: [
        { role: "primary", person: "alice", from: march(1), to: march(8) },
        { role: "primary", person: "bob", from: march(8), to: march(10) },
        { role: "primary", person: "bob", from: march(12), to: march(15) },
        { role: "primary", person: "charlie", from: march(15), to: march(22) },
        { role: "primary", person: "dana", from: march(24), to: march(31) },
      ],
      unknown: [{ from: march(22), to: march(24) }],
    },
    firstLine,
  ],
});

const sixty = Array.from({ length: 60 }, (_, index) => `p${String(index).padStart(2, "0")}`);
const given = [
  "Ada",
  "Bo",
  "Chandrasekhar",
  "Dorothea",
  "Émile",
  "Fatima",
  "Guðrún",
  "Hiroshi",
  "Ines",
  "Jean-Baptiste",
];
const family = ["Lovelace", "Ng", "Oppenheimer-Whitfield", "Sørensen", "Vaughan", "Yıldız"];

/** Sixty people who change every day, as primary and secondary. */
export const sixtyPeople: Team = team({
  timezone: zone,
  people: sixty.map((id, index) => ({
    ...person(id, { timezone: zone }),
    name: `${given[index % given.length] ?? ""} ${family[index % family.length] ?? ""}`,
  })),
  services: [],
  schedules: [
    {
      ...weeklyOfFour,
      rotations: [
        turns({ participants: sixty, shift: { every: 1, unit: "day" } }),
        { kind: "offset", role: "secondary", follow: "primary", offset: 1 },
        { kind: "others", role: "backup" },
      ],
    },
  ],
});
