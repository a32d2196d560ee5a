import type { EscalationPolicy, Person, Schedule, Service, Team } from "../../shared/team/team.ts";
import type { WatchedSource } from "../../shared/team/watched-source.ts";
import { hour, minute, second } from "../../shared/time/duration.ts";

export const person = (id: string, over: Partial<Person> = {}): Person => ({
  id,
  name: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
  timezone: "UTC",
  away: [],
  ...over,
});

/** Alice, Bob, Charlie and Dana take weekly turns from Monday 2027-01-04 00:00 UTC; everyone else is backup (003-2). */
export const weekly = (over: Partial<Schedule> = {}): Schedule => ({
  id: "weekly",
  timezone: "UTC",
  rotations: [
    {
      kind: "turns",
      role: "primary",
      participants: ["alice", "bob", "charlie", "dana"],
      shift: { every: 1, unit: "week" },
      start: "2027-01-04",
      handoffAt: "00:00",
      onCycleEnd: "repeat",
    },
    { kind: "others", role: "backup" },
  ],
  holidays: { regions: [], dates: [], policy: "primary-covers", rotation: [], designated: {} },
  overrides: [],
  swaps: [],
  ...over,
});

export const service = (id: string, over: Partial<Service> = {}): Service => ({
  id,
  name: `The ${id}`,
  investorImpact: false,
  sensitive: false,
  owners: {},
  schedule: "weekly",
  sla: "standard",
  escalation: "standard",
  match: { pipeline: [id] },
  ...over,
});

/** The primary at once, the backups after 15 minutes, Dana after an hour. */
export const standardPolicy: EscalationPolicy = {
  id: "standard",
  steps: [
    { after: 0, notify: [{ kind: "role", role: "primary" }], via: ["desktop"] },
    { after: 15 * minute, notify: [{ kind: "person", person: "bob" }], via: ["desktop"] },
    { after: hour, notify: [{ kind: "person", person: "dana" }], via: ["desktop"] },
  ],
  repeat: 1,
};

export const alertmanagerSource = (over: Partial<WatchedSource> = {}): WatchedSource => ({
  id: "prod",
  name: "Production",
  poll: 10 * second,
  severity: {},
  config: { kind: "alertmanager", urls: ["http://127.0.0.1:9093"] },
  ...over,
});

const wall = (milliseconds: number) => ({ kind: "wall", milliseconds }) as const;

/** A small team with everything that the core looks at. */
export const team = (over: Partial<Team> = {}): Team => ({
  id: "data",
  name: "Data",
  timezone: "UTC",
  workingHours: { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00" },
  people: ["alice", "bob", "charlie", "dana"].map((id) => person(id)),
  groups: [],
  services: [service("profit", { investorImpact: true }), service("growth"), service("salaries", { sensitive: true })],
  schedules: [weekly()],
  slas: [
    {
      id: "standard",
      targets: {
        critical: { respond: wall(hour), resolve: wall(4 * hour) },
        major: { respond: wall(2 * hour), resolve: wall(8 * hour) },
        minor: { respond: wall(4 * hour), resolve: wall(24 * hour) },
      },
    },
  ],
  escalations: [standardPolicy],
  sources: [alertmanagerSource()],
  calendars: [],
  duties: [],
  runbooks: { require: [] },
  handoff: { acceptWithin: 30 * minute, announce: [], path: "handoffs" },
  ...over,
});
