import { describe, expect, it } from "vitest";
import { dutyAt } from "../../../shared/state/duty.ts";
import { roundLength } from "../../../shared/incident/escalation.ts";
import type { EscalationPolicy } from "../../../shared/team/team.ts";
import { hour, minute } from "../../../shared/time/duration.ts";
import { after } from "../../../shared/time/instant.ts";
import { alert, answer, noon, Scenario } from "../../support/scenario.ts";
import { service, standardPolicy, team, weekly } from "../../support/team-builder.ts";

const pagedOver = (scenario: Scenario, length: number) => {
  scenario.answers(answer([alert("a")]));
  scenario.passesAnswering(length);
  return scenario
    .incident("a")
    .timeline.flatMap(({ at, what }) =>
      what.kind === "paged" ? [{ minutes: (at - noon) / minute, people: what.people, round: what.round }] : [],
    );
};

describe("escalation", () => {
  it("runs the steps of the policy at their times, and again as often as it repeats", () => {
    expect(pagedOver(new Scenario(), 6 * hour)).toEqual([
      { minutes: 0, people: ["alice"], round: 0 },
      { minutes: 15, people: ["bob"], round: 0 },
      { minutes: 60, people: ["dana"], round: 0 },
      { minutes: 105, people: ["alice"], round: 1 },
      { minutes: 120, people: ["bob"], round: 1 },
      { minutes: 165, people: ["dana"], round: 1 },
    ]);
  });

  it("gives the last step as long as the one before it, and a single step a quarter of an hour", () => {
    expect(roundLength(standardPolicy)).toBe(105 * minute);
    expect(roundLength({ ...standardPolicy, steps: standardPolicy.steps.slice(0, 1) })).toBe(15 * minute);
  });

  it("passes a step that names nobody at once", () => {
    const policy: EscalationPolicy = {
      id: "standard",
      steps: [
        { after: 0, notify: [{ kind: "role", role: "secondary" }], via: ["desktop"] },
        { after: 30 * minute, notify: [{ kind: "role", role: "primary" }], via: ["desktop"] },
      ],
      repeat: 0,
    };
    expect(pagedOver(new Scenario({ team: team({ escalations: [policy] }) }), minute)).toMatchObject([
      { minutes: 0, people: ["alice"] },
    ]);
  });

  it("stops when somebody takes the incident, and begins anew when they give it back", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a")]));
    scenario.passesAnswering(10 * minute);
    scenario.command({ kind: "acknowledge", ids: [scenario.incident("a").id] });
    scenario.passesAnswering(hour);
    expect(scenario.incident("a").escalation?.step).toBe(0);
    scenario.command({ kind: "unacknowledge", ids: [scenario.incident("a").id] });
    expect(scenario.incident("a").escalation).toMatchObject({ step: 0, roundStartedAt: scenario.now });
  });

  it("follows the baton: after a handoff the new primary is named", () => {
    const monday = after(noon, 7 * 24 * hour - 12 * hour);
    const scenario = new Scenario({ me: "bob", now: after(monday, -10 * minute), team: team({ escalations: [] }) });
    scenario.answers(answer([alert("a")]));
    expect(scenario.notices.map(({ kind }) => kind)).toEqual(["shifts"]);
    scenario.passesAnswering(11 * minute);
    expect(scenario.notices.map(({ kind }) => kind)).toContain("incident");
  });

  it("004-1 names the members of a group that owns a service, and its lead", () => {
    const de = { id: "de", name: "Data Engineering", members: ["bob", "dana"], lead: "dana" };
    const policy: EscalationPolicy = {
      id: "standard",
      steps: [
        { after: 0, notify: [{ kind: "group", group: "de" }], via: ["desktop"] },
        {
          after: minute,
          notify: [
            { kind: "lead", group: "de" },
            { kind: "person", person: "dana" },
          ],
          via: ["desktop"],
        },
      ],
      repeat: 0,
    };
    const paged = pagedOver(new Scenario({ team: team({ groups: [de], escalations: [policy] }) }), 2 * minute);
    expect(paged.map(({ people }) => people)).toEqual([["bob", "dana"], ["dana"]]);
  });

  it("004-7 past the deadline tells whom the SLA escalates to", () => {
    const sla = {
      id: "standard",
      targets: { any: { resolve: { kind: "wall", milliseconds: hour }, escalateTo: "charlie" } },
    } as const;
    const scenario = new Scenario({ me: "charlie", team: team({ slas: [sla], escalations: [] }) });
    scenario.answers(answer([alert("a")]));
    scenario.passesAnswering(hour - minute);
    expect(scenario.notices).toEqual([]);
    scenario.passesAnswering(2 * minute);
    expect(scenario.notices.map(({ kind }) => kind)).toContain("incident");
  });
});

describe("duty", () => {
  it("is the team's first schedule's for a service that names none, and nobody's without one", () => {
    const { schedule: _schedule, ...loose } = service("loose");
    expect(dutyAt(team(), noon).of(loose)).toEqual({
      state: "covered",
      people: { primary: ["alice"], secondary: [], backup: ["bob", "charlie", "dana"] },
    });
    expect(dutyAt(team({ schedules: [] }), noon).of(loose).state).toBe("gap");
    expect(dutyAt(team({ schedules: [weekly({ id: "other" })] }), noon).of(undefined).people.primary).toEqual([
      "alice",
    ]);
  });
});
