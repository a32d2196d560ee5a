import { describe, expect, it } from "vitest";
import type { Restored } from "../../shared/state/restored.ts";
import { hour, minute, second } from "../../shared/time/duration.ts";
import { after } from "../../shared/time/instant.ts";
import { alert, answer, noon, Scenario, survived } from "../support/scenario.ts";
import { service, team } from "../support/team-builder.ts";

const kinds = (scenario: Scenario) => scenario.notices.map(({ kind }) => kind);

/** What the next start finds of a run that ended before any notice was seen on the screen. */
const unseen = ({ state }: Scenario): Restored => {
  const restored = survived(state);
  return { ...restored, telling: restored.telling?.map((telling) => ({ ...telling, confirmed: false })) ?? [] };
};

describe("paging", () => {
  it("000-5 tells the primary of a new incident with its details, once", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a")]));
    expect(scenario.notices).toEqual([
      {
        kind: "incident",
        key: `incident:${scenario.incident("a").id}`,
        incident: scenario.incident("a").id,
        severity: "critical",
        title: "Alert a",
        serviceName: "The profit",
        sourceName: "Production",
        respondBy: after(noon, hour),
        escalates: { at: after(noon, 15 * minute), people: ["Bob"] },
        times: 0,
        flaps: 0,
      },
    ]);
    scenario.answers(answer([alert("a", { seenAt: after(noon, 30 * second) })]));
    expect(scenario.notices).toHaveLength(1);
  });

  it("does not tell who is neither on call nor named", () => {
    const scenario = new Scenario({ me: "charlie" });
    scenario.answers(answer([alert("a")]));
    expect(scenario.notices).toEqual([]);
  });

  it("tells everything to a person whom Baton does not know, for it cannot know what is theirs", () => {
    const scenario = new Scenario({ me: "stranger" });
    scenario.answers(answer([alert("a")]));
    expect(kinds(scenario)).toEqual(["incident"]);
  });

  it("000-15 keeps the title of a sensitive service out of the notification", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("pay", { labels: { pipeline: "salaries" } })]));
    expect(scenario.notices[0]).toMatchObject({ kind: "incident", serviceName: "The salaries" });
    expect(scenario.notices[0]).not.toHaveProperty("title");
  });

  it.each([
    ["critical", minute],
    ["major", 5 * minute],
    ["minor", 15 * minute],
  ])("repeats a %s notice until it is acknowledged", (severity, pause) => {
    const policy = {
      id: "standard",
      steps: [{ after: 0, notify: [{ kind: "role", role: "primary" }], via: ["desktop"] }],
      repeat: 0,
    } as const;
    const scenario = new Scenario({ team: team({ slas: [], escalations: [policy] }) });
    scenario.answers(answer([alert("a", { severity })]));
    scenario.clear();
    scenario.passesAnswering(3 * pause);
    expect(kinds(scenario)).toEqual(["incident", "incident", "incident"]);
    scenario.command({ kind: "acknowledge", ids: [scenario.incident("a").id] });
    scenario.clear();
    scenario.passesAnswering(2 * pause);
    expect(kinds(scenario)).toEqual([]);
  });

  it("closes the notification when the incident is acknowledged, here or elsewhere", () => {
    const here = new Scenario();
    here.answers(answer([alert("a")]));
    here.command({ kind: "acknowledge", ids: [here.incident("a").id] });
    expect(here.effects).toContainEqual({ kind: "close-notice", key: `incident:${here.incident("a").id}` });

    const elsewhere = new Scenario();
    elsewhere.answers(answer([alert("a")]));
    elsewhere.answers(answer([alert("a", { acknowledgement: { by: "Bob", handle: "s1", until: after(noon, hour) } })]));
    expect(elsewhere.incident("a").standing).toMatchObject({ kind: "acknowledged", by: "bob", handle: "s1" });
    expect(elsewhere.effects).toContainEqual({ kind: "close-notice", key: `incident:${elsewhere.incident("a").id}` });
  });

  it("000-11 passes the incident to the next step, and it is no longer mine to hear", () => {
    const alice = new Scenario();
    const bob = new Scenario({ me: "bob" });
    for (const scenario of [alice, bob]) {
      scenario.answers(answer([alert("a")]));
      scenario.clear();
      scenario.passesAnswering(15 * minute - second);
    }
    expect(kinds(bob)).toEqual([]);
    alice.clear();
    for (const scenario of [alice, bob]) scenario.passesAnswering(2 * second);
    expect(kinds(bob)).toContain("incident");
    expect(alice.effects).toContainEqual({ kind: "close-notice", key: `incident:${alice.incident("a").id}` });
  });

  it("makes one summary of a storm, naming the criticals", () => {
    const scenario = new Scenario();
    scenario.answers(answer([]));
    const criticals = ["c1", "c2", "c3", "c4", "c5", "c6"].map((key) => alert(key));
    const minors = ["m1", "m2"].map((key) => alert(key, { severity: "minor", labels: { pipeline: "growth" } }));
    scenario.answers(answer([...minors, ...criticals]));
    expect(scenario.notices).toEqual([
      {
        kind: "summary",
        key: "summary",
        why: "storm",
        severity: "critical",
        incidents: expect.arrayContaining(scenario.incidents.map(({ id }) => id)) as unknown,
        bySeverity: { critical: 6, major: 0, minor: 2, info: 0 },
        services: [
          { name: "The profit", count: 6 },
          { name: "The growth", count: 2 },
        ],
        otherServices: 0,
        criticals: ["c1", "c2", "c3", "c4", "c5"].map((key) => ({ title: `Alert ${key}`, serviceName: "The profit" })),
      },
    ]);
  });

  it("counts a storm over ten seconds, not over one answer", () => {
    const scenario = new Scenario();
    const alerts = Array.from({ length: 7 }, (_, index) => alert(`k${String(index)}`));
    alerts.forEach((_, index) => {
      scenario.answers(answer(alerts.slice(0, index + 1)));
      scenario.now = after(scenario.now, second);
    });
    expect(kinds(scenario)).toEqual([
      "incident",
      "incident",
      "incident",
      "incident",
      "incident",
      "incident",
      "incident",
    ]);
  });

  it("writes down one line for all that reach the same people at once", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a"), alert("b", { severity: "minor" })]));
    const body = { incidents: scenario.incidents.map(({ id }) => id), step: 0, round: 0, people: ["alice"] };
    expect(scenario.entries.filter(({ kind }) => kind === "escalation")).toEqual([
      { at: scenario.now, kind: "escalation", body },
    ]);
  });

  it("tells nothing twice over a restart, and repeats go on where they were", () => {
    const before = new Scenario();
    before.answers(answer([alert("a", { severity: "major" })]));
    const afterwards = new Scenario({ now: after(before.now, minute), restored: survived(before.state) });
    afterwards.answers(answer([alert("a", { severity: "major" })]));
    expect(kinds(afterwards)).toEqual([]);
    afterwards.passesAnswering(5 * minute);
    expect(kinds(afterwards)).toContain("incident");
  });

  it("tells again what was decided and never reached a screen", () => {
    const before = new Scenario();
    before.answers(answer([alert("a")]));
    const afterwards = new Scenario({ now: after(before.now, second), restored: unseen(before) });
    afterwards.answers(answer([alert("a")]));
    expect(kinds(afterwards)).toEqual(["incident"]);
  });

  it("tells again in its own place what may be on the screen already, and what was missed beside it", () => {
    const before = new Scenario();
    before.answers(answer([alert("a", { severity: "info" })]));
    const afterwards = new Scenario({ now: after(before.now, second), restored: unseen(before) });
    afterwards.answers(answer([alert("a", { severity: "info" }), alert("b"), alert("c")]));
    expect(afterwards.notices).toMatchObject([
      { kind: "incident", incident: afterwards.incident("a").id },
      { kind: "summary", incidents: [afterwards.incident("b").id, afterwards.incident("c").id] },
    ]);
    afterwards.clear();
    afterwards.passesAnswering(second);
    expect(kinds(afterwards)).toEqual([]);
  });

  it("tells what was missed in sleep once, as one summary", () => {
    const scenario = new Scenario();
    scenario.answers(answer([]));
    scenario.send({ kind: "machine", what: "suspended" });
    scenario.now = after(scenario.now, 3 * hour);
    scenario.send({ kind: "machine", what: "resumed" });
    scenario.answers(answer([alert("a"), alert("b", { severity: "minor" })]));
    expect(scenario.notices.filter(({ kind }) => kind === "summary")).toMatchObject([
      { why: "missed", bySeverity: { critical: 1, minor: 1 } },
    ]);
    expect(kinds(scenario)).not.toContain("incident");
  });

  it("holds what may wait while quiet was asked for, and tells it as one digest", () => {
    const scenario = new Scenario({ team: team({ escalations: [] }) });
    scenario.command({ kind: "quiet", for: hour });
    scenario.answers(answer([alert("a", { severity: "minor" }), alert("b", { severity: "major" }), alert("c")]));
    expect(scenario.notices).toMatchObject([{ kind: "incident", severity: "critical" }]);
    scenario.command({ kind: "acknowledge", ids: [scenario.incident("c").id] });
    scenario.clear();
    scenario.passesAnswering(hour + second);
    expect(scenario.notices.filter(({ kind }) => kind !== "deadlines")).toMatchObject([
      { kind: "summary", why: "digest", bySeverity: { major: 1, minor: 1 } },
    ]);
  });

  it("holds an incident as one that flaps, and tells it on a doubling interval", () => {
    const scenario = new Scenario({ team: team({ slas: [] }) });
    for (let round = 0; round < 4; round += 1) {
      const startedAt = scenario.now;
      scenario.answers(answer([alert("a", { startedAt, seenAt: startedAt })]));
      scenario.now = after(scenario.now, 20 * second);
      scenario.answers(answer([]));
      scenario.now = after(scenario.now, 20 * second);
    }
    const startedAt = scenario.now;
    scenario.answers(answer([alert("a", { startedAt, seenAt: startedAt })]));
    const flapping = scenario.incident("a");
    expect(flapping.flaps.length).toBeGreaterThanOrEqual(3);
    expect(scenario.incidents.filter(({ standing }) => standing.kind !== "resolved")).toHaveLength(1);
    const pauses = scenario.state.tellings.get(flapping.id);
    expect((pauses?.nextAt ?? 0) - (pauses?.toldAt ?? 0)).toBeGreaterThan(minute);
  });

  it("says once that a deadline is at risk", () => {
    const scenario = new Scenario({ team: team({ escalations: [] }) });
    scenario.answers(answer([alert("a", { severity: "minor" })]));
    scenario.passesAnswering(4 * hour);
    expect(scenario.notices.filter(({ kind }) => kind === "deadlines")).toEqual([
      {
        kind: "deadlines",
        key: "deadlines",
        count: 1,
        first: { title: "Alert a", clock: "respond", by: after(noon, 4 * hour) },
        incident: scenario.incident("a").id,
      },
    ]);
  });

  it("004-4 holds an incident of a service without on-call until working hours, and then pages its owners", () => {
    const owned = service("reports", { schedule: "working-hours", owners: { primary: "alice" } });
    const scenario = new Scenario({ team: team({ services: [owned] }), now: after(noon, 8 * hour) });
    scenario.answers(answer([alert("a", { labels: { pipeline: "reports" } })]));
    expect(kinds(scenario)).toEqual([]);
    scenario.passesAnswering(13 * hour + minute);
    expect(kinds(scenario)).toContain("incident");
  });

  it("pages everyone where a schedule leaves nobody on call", () => {
    const scenario = new Scenario({ team: team({ schedules: [], escalations: [] }), me: "charlie" });
    scenario.answers(answer([alert("a")]));
    expect(kinds(scenario)).toEqual(["incident"]);
  });

  it("raises an alarm where no notification can be shown", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a")]));
    scenario.send({ kind: "notice-failed", key: `incident:${scenario.incident("a").id}`, severity: "critical" });
    expect(scenario.effects.at(-1)).toEqual({ kind: "alarm", severity: "critical" });
  });
});
