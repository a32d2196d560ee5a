import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { onCall } from "../../shared/schedule/resolve.ts";
import { matchService } from "../../shared/team/service-match.ts";
import { outlineOf } from "../../shared/runbook/outline.ts";
import { complaintsOf } from "../../shared/runbook/review.ts";
import { nameOf } from "../../shared/team/lookup.ts";
import { hour } from "../../shared/time/duration.ts";
import { instant } from "../../shared/time/instant.ts";
import { goodTeam } from "../support/team-text.ts";

const folder = "assets/teams";
const hours = (count: number) => ({ kind: "wall", milliseconds: count * hour });
const load = (name: string) => goodTeam(readFileSync(join(folder, name, "team.yaml"), "utf8"));

describe.each(readdirSync(folder))("the team file of %s", (name) => {
  test("is good, and every runbook that it names is there", () => {
    const { team } = load(name);
    for (const { runbook } of team.services) {
      if (runbook !== undefined) expect(existsSync(join(folder, name, runbook)), runbook).toBe(true);
    }
  });
});

describe("four engineers", () => {
  const { team, notes } = load("four-engineers");

  test("everything in it is in use", () => {
    expect(notes).toEqual([]);
    expect(team.sources.map(({ config }) => config)).toEqual([{ kind: "inbox" }]);
  });

  test("003-1 five pipelines in three areas have their owners", () => {
    expect(
      team.services.map(({ area, name, owners }) => [
        area,
        name,
        nameOf(team, owners.primary ?? ""),
        nameOf(team, owners.secondary ?? ""),
      ]),
    ).toEqual([
      ["Profit", "Unit-level Profit for Experiments", "Alice", "Bob"],
      ["Profit", "Aggregate Profit for Investors", "Bob", "Charlie"],
      ["Growth", "Aggregate Growth for Investors", "Charlie", "Dana"],
      ["Growth", "Daily Growth for Experiments", "Dana", "Alice"],
      ["Engagement", "Aggregate Engagement for Investors", "Alice", "Charlie"],
    ]);
  });

  test("an alert of each pipeline finds it", () => {
    for (const { id } of team.services) expect(matchService(team, { pipeline: `${id}-eu` })?.id).toBe(id);
  });

  test("somebody is on call at any time, with three backups", () => {
    for (let day = 0; day < 730; day += 1) {
      const answer = onCall(team.schedules[0]!, team, instant(Date.UTC(2026, 0, 6 + day, 12)));
      expect([answer.state, answer.roles.primary.length, answer.roles.backup.length]).toEqual(["covered", 1, 3]);
    }
  });

  test.each(["aggregate-profit", "aggregate-growth", "aggregate-engagement"])(
    "003-6 003-7 the runbook of %s has the template's sections and the six failure modes",
    (service) => {
      const runbook = readFileSync(join(folder, "four-engineers", "runbooks", `${service}.md`), "utf8");
      const headings = [...runbook.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading]) => heading);
      expect(headings).toEqual([
        "Purpose",
        "Owners",
        "Description",
        "Failure modes",
        "Source unavailable",
        "Data quality",
        "Processing",
        "Infrastructure",
        "Schema change",
        "Security or access",
        "Monitoring and alerts",
        "On-call procedure",
        "Recovery",
        "Rollback",
      ]);
      expect(runbook.match(/^- Symptoms: /gm)).toHaveLength(6);
      expect(runbook.match(/^- Potential causes: /gm)).toHaveLength(6);
    },
  );
});

test("001-1 every pipeline has two owners, with the reason written down, grouped by area", () => {
  const { team, notes } = load("profit-growth-engagement");
  expect(notes).toEqual([]);
  expect(team.services.map(({ area, owners }) => [area, owners.primary, owners.secondary])).toEqual([
    ["Profit", "john", "emily"],
    ["Profit", "emily", "john"],
    ["Growth", "michael", "david"],
    ["Growth", "david", "michael"],
    ["Engagement", "john", "emily"],
  ]);
  for (const { owners } of team.services) expect(owners.reason).toMatch(/./);
});

test("002-2 a shift is one working day, everyone takes part, and nobody is on call at night", () => {
  const { team } = load("operate-first");
  const [schedule] = team.schedules;
  const at = (day: number, hour: number) => onCall(schedule!, team, instant(Date.UTC(2026, 0, day, hour)));
  const week = [5, 6, 7, 8, 9, 12].map((day) => at(day, 11).roles.primary.map(({ person }) => person));
  expect(new Set(week.flat()).size).toBe(6);
  expect([at(5, 3).state, at(10, 11).state]).toEqual(["off-hours", "off-hours"]);
});

test("004-1 owners are groups, one person is in two of them, and the lead is told when a deadline has passed", () => {
  const { team } = load("investor-pipelines");
  expect(team.services.map(({ owners }) => owners.secondary)).toEqual(Array(5).fill("data-engineering"));
  expect(team.groups.filter(({ members }) => members.includes("john-doe")).map(({ id }) => id)).toEqual([
    "data-engineering",
    "accounts",
  ]);
  for (const { targets } of team.slas) expect(targets.any?.escalateTo).toBe("jane-smith");
});

test("004-4 004-8 two pipelines have nobody on call, 004-2 four have investor impact, 000-15 one is sensitive", () => {
  const { team } = load("investor-pipelines");
  const ids = (wanted: (service: (typeof team.services)[number]) => boolean) =>
    team.services.filter(wanted).map(({ id }) => id);
  expect(ids(({ schedule }) => schedule === "working-hours")).toEqual(["growth", "experiment"]);
  expect(ids(({ investorImpact }) => investorImpact)).toEqual(["growth", "profit", "engagement", "executives"]);
  expect(ids(({ sensitive }) => sensitive)).toEqual(["profit"]);
});

test.each([
  {
    row: "004-5 profit",
    id: "profit",
    turns: ["mia", "omar", "mia", "omar"],
    deadlines: { respond: hours(1), resolve: hours(24) },
  },
  {
    row: "004-6 engagement",
    id: "engagement",
    turns: ["john-doe", "jane-smith", "john-doe", "jane-smith"],
    deadlines: { respond: hours(48), resolve: hours(168) },
  },
])("$row: two take turns week by week, are paged at once, and past the deadline the lead is told", (asked) => {
  const { id, turns, deadlines } = asked;
  const { team } = load("investor-pipelines");
  const service = team.services.find((one) => one.id === id);
  const schedule = team.schedules.find((one) => one.id === service?.schedule);
  // The Tuesdays of January 2026, at noon in New York.
  const weeks = [6, 13, 20, 27].map((day) => onCall(schedule!, team, instant(Date.UTC(2026, 0, day, 17))));
  expect(weeks.flatMap(({ roles }) => roles.primary.map(({ person }) => person))).toEqual(turns);
  const policy = team.escalations.find((one) => one.id === service?.escalation);
  expect(policy?.steps[0]).toMatchObject({ after: 0, notify: [{ kind: "role", role: "primary" }] });
  const sla = team.slas.find((one) => one.id === service?.sla);
  expect(sla?.targets).toEqual({ any: { ...deadlines, escalateTo: "jane-smith", escalateWithin: hours(24) } });
});

describe.each(readdirSync(folder))("001-7 the runbooks of %s", (name) => {
  const { team } = load(name);
  const files = readdirSync(join(folder, name, "runbooks"));

  test("lack nothing that the team asks for, and know its services and owners", () => {
    expect(team.runbooks.reviewEvery).toBeGreaterThan(0);
    expect(team.runbooks.require.length).toBeGreaterThan(1);
    for (const file of files) {
      const outline = outlineOf(readFileSync(join(folder, name, "runbooks", file), "utf8"), file);
      expect(complaintsOf(team, outline), file).toEqual([]);
      expect(outline.frontMatter.reviewed, file).toBeDefined();
    }
  });
});

test("001-4 004-3 the runbooks of the samples have their documents' fields", () => {
  const sectionsOf = (team: string, file: string) =>
    outlineOf(readFileSync(join(folder, team, "runbooks", file), "utf8"), file).sections;
  expect(sectionsOf("profit-growth-engagement", "aggregate-profit.md")).toEqual(
    expect.arrayContaining(["purpose", "metrics", "frequency", "sla", "on-call-procedure"]),
  );
  expect(sectionsOf("investor-pipelines", "profit.md")).toEqual(
    expect.arrayContaining(["types-of-data", "owners", "common-issues", "sla", "on-call-procedure"]),
  );
});
