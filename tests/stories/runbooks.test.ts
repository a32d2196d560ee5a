import { describe, expect, test } from "vitest";
import type { RunbookFact } from "../../shared/runbook/runbook-state.ts";
import { nextWake } from "../../shared/app/next-wake.ts";
import { incidentDetail } from "../../shared/behaviour/incident/incident-detail.ts";
import type { Task } from "../../shared/runbook/task.ts";
import { day, minute, week } from "../../shared/time/duration.ts";
import { after } from "../../shared/time/instant.ts";
import { alert, answer, at, noon, Scenario } from "../support/scenario.ts";
import { service, team } from "../support/team-builder.ts";

const fact = (id: string, over: Partial<RunbookFact> = {}): RunbookFact => ({
  id,
  title: id,
  services: [],
  draft: false,
  ...over,
});

let revision = 0;
const known = (scenario: Scenario, runbooks: readonly RunbookFact[]): void => {
  revision += 1;
  scenario.send({ kind: "runbooks-known", revision, known: true, folder: "runbooks", runbooks });
};

/** One alert of the service "profit", or another, that has fired. */
function fired(scenario = new Scenario(), over: Parameters<typeof alert>[1] = {}): Scenario {
  scenario.answers(answer([alert("a", over)]));
  return scenario;
}

/** The source no longer has it. */
function ended(scenario: Scenario): void {
  scenario.now = after(scenario.now, minute);
  scenario.answers(answer([]));
}

const tasks = (scenario: Scenario): readonly Task[] => [...scenario.state.tasks.values()];
const runbookOf = (scenario: Scenario) =>
  incidentDetail(scenario.state, scenario.incident("a").id, scenario.now)?.runbook;

describe("the runbook of an incident", () => {
  test("is found by its service's front matter, with why", () => {
    const scenario = fired();
    expect(runbookOf(scenario)).toEqual({ kind: "gap" });
    known(scenario, [fact("runbooks/p.md", { title: "Profit", services: ["profit"] })]);
    expect(runbookOf(scenario)).toEqual({
      kind: "found",
      id: "runbooks/p.md",
      title: "Profit",
      why: { kind: "front-matter", service: "profit", serviceName: "The profit" },
    });
  });

  test("is the one that the alert names before the one that the service names", () => {
    const services = [service("profit", { runbook: "runbooks/p.md" })];
    const scenario = fired(new Scenario({ team: team({ services }) }), { runbook: "late.md#owners" });
    known(scenario, [fact("runbooks/p.md"), fact("runbooks/late.md", { title: "Late" })]);
    expect(runbookOf(scenario)).toEqual({
      kind: "found",
      id: "runbooks/late.md",
      title: "Late",
      why: { kind: "alert" },
      heading: "owners",
    });
  });

  test("000-3 on a wiki is a page that opens outside", () => {
    const url = "https://acme.atlassian.net/wiki/spaces/DE/Profit";
    const scenario = fired(new Scenario(), { runbook: url });
    expect(runbookOf(scenario)).toEqual({ kind: "outside", url, title: "Profit", why: { kind: "alert" } });
  });
});

describe("ticks", () => {
  const tick = (scenario: Scenario, done: boolean, item = "i1") =>
    scenario.command({ kind: "tick-runbook", incident: scenario.incident("a").id, item, text: "Open the log", done });

  test("say who did what and when, and can be taken back", () => {
    const scenario = fired();
    scenario.clear();
    expect(tick(scenario, true).reply).toEqual({ kind: "done", count: 1 });
    const { id } = scenario.incident("a");
    expect(incidentDetail(scenario.state, id, noon)?.ticks).toEqual([
      { item: "i1", text: "Open the log", by: "alice", byName: "Alice", at: scenario.now },
    ]);
    expect(tick(scenario, true).reply).toEqual({ kind: "done", count: 0 });
    tick(scenario, false);
    expect(incidentDetail(scenario.state, id, noon)?.ticks).toEqual([]);
    expect(scenario.entries.map(({ kind, body }) => [kind, body["by"], body["item"]])).toEqual([
      ["runbook-ticked", "alice", "i1"],
      ["runbook-unticked", "alice", "i1"],
    ]);
  });

  test("of an incident that is not there are refused", () => {
    const scenario = new Scenario();
    const command = { kind: "tick-runbook", incident: "none", item: "i", text: "x", done: true } as const;
    expect(scenario.command(command).reply).toEqual({ kind: "refused", reason: "not-found" });
  });

  test("go with their incident", () => {
    const scenario = fired();
    tick(scenario, true);
    ended(scenario);
    scenario.now = after(scenario.now, 8 * day);
    scenario.send({ kind: "woke" });
    expect([scenario.state.incidents.size, scenario.state.ticks.size]).toEqual([0, 0]);
  });
});

describe("002-4 an incident that ends without a runbook", () => {
  test("asks for one, of the engineer on call, even when somebody else resolved it", () => {
    const scenario = fired(new Scenario({ me: "bob" }));
    scenario.command({ kind: "acknowledge", ids: [scenario.incident("a").id] });
    scenario.clear();
    ended(scenario);
    expect(tasks(scenario)).toEqual([
      {
        kind: "write-runbook",
        id: "write-runbook profit",
        title: "Alert a",
        madeAt: scenario.now,
        dueAt: after(scenario.now, week),
        incidents: [scenario.incident("a").id],
        service: "profit",
        owner: "alice",
      },
    ]);
    expect(scenario.entries.map(({ kind }) => kind)).toContain("task-opened");
  });

  test("asks once for each service, and remembers all of its incidents", () => {
    const scenario = fired();
    scenario.answers(answer([alert("a"), alert("b"), alert("c", { labels: { pipeline: "growth" } })]));
    ended(scenario);
    expect(tasks(scenario).map(({ id, ...task }) => [id, "incidents" in task && task.incidents.length])).toEqual([
      ["write-runbook profit", 2],
      ["write-runbook growth", 1],
    ]);
  });

  test("asks for nothing where there is one", () => {
    const scenario = fired();
    known(scenario, [fact("p.md", { services: ["profit"] })]);
    ended(scenario);
    expect(tasks(scenario)).toEqual([]);
  });

  test("is done when the runbook is there", () => {
    const scenario = fired();
    ended(scenario);
    scenario.clear();
    known(scenario, [fact("p.md", { services: ["profit"] })]);
    expect(tasks(scenario)).toEqual([]);
    expect(scenario.entries).toMatchObject([{ kind: "task-done", body: { task: "write-runbook profit" } }]);
  });

  test("becomes a draft to finish, by the same person until the same day, and is done when nothing is left to write", () => {
    const scenario = fired();
    ended(scenario);
    const dueAt = after(noon, 3 * day);
    scenario.command({ kind: "assign-task", task: "write-runbook profit", person: "dana", dueAt });
    known(scenario, [fact("runbooks/profit.md", { services: ["profit"], draft: true })]);
    const { id } = scenario.incident("a");
    scenario.command({ kind: "draft-written", incident: id, runbook: "runbooks/profit.md", title: "The profit" });
    expect(tasks(scenario)).toMatchObject([
      { kind: "finish-draft", runbook: "runbooks/profit.md", incidents: [id], owner: "dana", dueAt, promised: true },
    ]);
    known(scenario, [fact("runbooks/profit.md", { services: ["profit"] })]);
    expect(tasks(scenario)).toEqual([]);
  });

  test("becomes a draft to finish in every installation that sees the file, however it came there", () => {
    const scenario = fired();
    ended(scenario);
    const asked = tasks(scenario)[0];
    scenario.now = after(scenario.now, 1_000);
    scenario.clear();
    known(scenario, [fact("runbooks/profit.md", { title: "The profit", services: ["profit"], draft: true })]);
    expect(tasks(scenario)).toEqual([
      {
        kind: "finish-draft",
        id: "finish-draft runbooks/profit.md",
        title: "The profit",
        runbook: "runbooks/profit.md",
        madeAt: scenario.now,
        dueAt: asked?.dueAt,
        owner: "alice",
        service: "profit",
        incidents: [scenario.incident("a").id],
      },
    ]);
    expect(scenario.entries.map(({ kind, body }) => [kind, body["task"]])).toEqual([
      ["task-opened", "finish-draft runbooks/profit.md"],
      ["task-done", "write-runbook profit"],
    ]);
    const { id } = scenario.incident("a");
    scenario.command({ kind: "draft-written", incident: id, runbook: "runbooks/profit.md", title: "The profit" });
    expect(tasks(scenario)).toMatchObject([{ kind: "finish-draft", owner: "alice", incidents: [id] }]);
  });

  test("leaves a draft to be finished to whoever owns it where nobody here knows of the incident", () => {
    const scenario = new Scenario();
    known(scenario, [fact("a.md", { draft: true, owner: "bob" }), fact("b.md", { draft: true, services: ["profit"] })]);
    expect(tasks(scenario).map(({ id, owner, dueAt }) => [id, owner, dueAt])).toEqual([
      ["finish-draft a.md", "bob", after(noon, week)],
      ["finish-draft b.md", scenario.state.loaded?.team.services[0]?.owners.primary, after(noon, week)],
    ]);
    known(scenario, []);
    expect(tasks(scenario)).toEqual([]);
  });

  test("can be given to somebody with a date, and not to a stranger", () => {
    const scenario = fired();
    ended(scenario);
    const assign = (person: string) =>
      scenario.command({ kind: "assign-task", task: "write-runbook profit", person, dueAt: after(noon, day) }).reply;
    expect(assign("dana")).toEqual({ kind: "done", count: 1 });
    expect(tasks(scenario)).toMatchObject([{ owner: "dana", dueAt: after(noon, day), promised: true }]);
    expect(assign("zoe")).toEqual({ kind: "refused", reason: "unknown-person" });
  });

  test("is not asked for again by a restart", () => {
    const scenario = fired();
    ended(scenario);
    const restored = { incident: scenario.incidents };
    expect(new Scenario({ restored, now: scenario.now }).state.tasks.size).toBe(0);
  });
});

describe("001-7 a review that falls due", () => {
  const due = at("2027-01-04T13:00:00Z");

  test("asks for it at its time, and is done when the date is new", () => {
    const scenario = new Scenario();
    known(scenario, [fact("p.md", { services: ["profit"], owner: "bob", review: due })]);
    expect(tasks(scenario)).toEqual([]);
    scenario.answers(answer([]));
    scenario.passesAnswering(60 * minute);
    expect(tasks(scenario)).toEqual([
      {
        kind: "review-due",
        id: "review-due p.md",
        title: "p.md",
        runbook: "p.md",
        madeAt: due,
        dueAt: due,
        service: "profit",
        owner: "bob",
      },
    ]);
    known(scenario, [fact("p.md", { review: after(due, 90 * day) })]);
    expect(tasks(scenario)).toEqual([]);
    expect(nextWake(scenario.state, scenario.now)).toBeDefined();
  });

  test("asks for a first one where there was none, unless it is a draft", () => {
    const scenario = new Scenario();
    known(scenario, [fact("a.md", { review: "never" }), fact("b.md", { review: "never", draft: true })]);
    expect(tasks(scenario).map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ["finish-draft b.md", after(noon, week)],
      ["review-due a.md", after(noon, week)],
    ]);
  });
});

test("what another team left to be done is not carried on", () => {
  const scenario = fired();
  ended(scenario);
  const other = team({ id: "others", services: [] });
  scenario.send({ kind: "team-loaded", loaded: { team: other, path: "o.yaml", sample: false, capabilities: {} } });
  expect(tasks(scenario)).toEqual([]);
});
