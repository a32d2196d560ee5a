import type { Team } from "../../shared/team/team.ts";
import { day } from "../../shared/time/duration.ts";
import { alertmanagerSource, person, service, team } from "../support/team-builder.ts";
import { firstLine, weeklyOfFour } from "./schedule-teams.ts";

export const zone = "Europe/Copenhagen";

/** The team of most pages: four people who take weekly turns, and what they answer for. Dana is away in the night of the pictures. */
export const pageTeam = (over: Partial<Team> = {}): Team =>
  team({
    id: "data-eng",
    name: "Data Engineering",
    timezone: zone,
    people: [
      person("alice", { timezone: zone }),
      person("bob", { timezone: zone, email: "bob@example.com", phone: "+4520000002", slack: "U02" }),
      person("charlie", { timezone: "America/New_York", email: "charlie@example.com" }),
      person("dana", {
        timezone: zone,
        email: "dana@example.com",
        away: [{ from: "2027-01-05", to: "2027-01-08", reason: "leave" }],
      }),
    ],
    groups: [{ id: "de", name: "Data Engineering Team", members: ["bob", "charlie"], lead: "bob" }],
    services: [
      service("agg-profit", {
        name: "Aggregate Profit for Investors",
        area: "Profit",
        investorImpact: true,
        runbook: "runbooks/agg-profit.md",
        owners: { primary: "bob", secondary: "charlie", reason: "knows the ledger" },
        match: { pipeline: ["agg_profit"] },
      }),
      service("growth", { name: "Growth" }),
      service("engagement", { name: "Engagement" }),
      service("experiment", { name: "Experiment" }),
      service("exec", { name: "Executives and CFO", runbook: "https://wiki.example.com/exec" }),
      service("salaries", { name: "Salaries", sensitive: true }),
    ],
    schedules: [weeklyOfFour, firstLine],
    sources: [
      alertmanagerSource({
        name: "Alertmanager at prod",
        config: {
          kind: "alertmanager",
          urls: ["https://alerts.example.com"],
          auth: { kind: "basic", username: "baton", password: "prod-password" },
        },
      }),
    ],
    duties: [
      { title: "Answer users in #support, #operations and #general", url: "https://chat.example.com/support" },
      { title: "Check the console's status", url: "https://console.example.com/status" },
      { title: "Read the mailing list" },
    ],
    runbooks: { path: "./runbooks", reviewEvery: 90 * day, require: ["purpose", "failure-modes"] },
    ...over,
  });
