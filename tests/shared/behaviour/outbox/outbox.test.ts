import { describe, expect, it } from "vitest";
import { actionKinds } from "../../../../shared/incident/outbox.ts";
import type { Effect } from "../../../../shared/state/effect.ts";
import { rowContext } from "../../../../shared/state/row-context.ts";
import { dutyAt } from "../../../../shared/state/duty.ts";
import { hour, minute, second } from "../../../../shared/time/duration.ts";
import { after } from "../../../../shared/time/instant.ts";
import { alert, answer, noon, Scenario, type ScenarioOptions } from "../../../support/scenario.ts";

const effectsOf = <K extends Effect["kind"]>({ effects }: Scenario, kind: K): readonly Extract<Effect, { kind: K }>[] =>
  effects.filter((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind);
const standing = (scenario: Scenario) => scenario.incident("a").standing.kind;
const entry = (scenario: Scenario) => [...scenario.state.outbox.values()].at(-1);

/** An incident, and what was asked of its source. */
function asked(options: ScenarioOptions = {}): Scenario {
  const scenario = new Scenario(options);
  scenario.answers(answer([alert("a")]));
  return scenario;
}

/** An acknowledgement that the source accepted, and has not confirmed. */
function accepted(): Scenario {
  const scenario = asked();
  scenario.command({ kind: "acknowledge", ids: [scenario.incident("a").id] });
  scenario.send({ kind: "action-accepted", id: effectsOf(scenario, "act")[0]?.id ?? "", request: "r1" });
  scenario.clear();
  return scenario;
}

const id = (scenario: Scenario): string => entry(scenario)?.id ?? "";

describe("an action that was accepted and is not confirmed", () => {
  it("is asked about by what the source calls it, and is not sent again", () => {
    const scenario = accepted();
    expect(entry(scenario)?.state).toEqual({
      kind: "accepted",
      request: "r1",
      since: noon,
      asked: 0,
      nextAt: after(noon, 2 * second),
    });
    scenario.passes(2 * second);
    expect(effectsOf(scenario, "confirm-action")).toEqual([
      { kind: "confirm-action", id: id(scenario), source: "prod", action: entry(scenario)?.action, request: "r1" },
    ]);
    expect(effectsOf(scenario, "act")).toEqual([]);
  });

  it("is asked about further apart each time, whether the source has no word yet or gives no answer", () => {
    const scenario = accepted();
    const times: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      const before = effectsOf(scenario, "confirm-action").length;
      while (effectsOf(scenario, "confirm-action").length === before) scenario.passes(second);
      times.push((scenario.now - noon) / second);
      const failure = { kind: "unavailable", failure: { kind: "timeout", afterMs: 10_000 } } as const;
      scenario.send(
        round % 2 === 0
          ? { kind: "action-accepted", id: id(scenario), request: "r1" }
          : { kind: "action-failed", id: id(scenario), failure },
      );
    }
    expect(times).toEqual([2, 6, 14, 30, 62, 122, 182, 242]);
    expect(effectsOf(scenario, "act")).toEqual([]);
  });

  it("is asked about again where the question was lost", () => {
    const scenario = accepted();
    scenario.passes(2 * second);
    scenario.clear();
    scenario.passes(minute);
    expect(effectsOf(scenario, "confirm-action")).toHaveLength(1);
  });

  it("counts as under way: the incident is unconfirmed, and an older answer of the source does not undo it", () => {
    const scenario = accepted();
    scenario.answers(answer([alert("a")]));
    expect(standing(scenario)).toBe("acknowledged");
    const { loaded } = scenario.state;
    const context = loaded && rowContext(scenario.state, dutyAt(loaded.team, scenario.now));
    expect(context?.pending).toEqual(new Set([scenario.incident("a").id]));
  });

  it("is confirmed by the source's later word, with what it holds", () => {
    const scenario = accepted();
    scenario.send({ kind: "action-done", id: id(scenario), answer: { handle: "h1" } });
    expect(entry(scenario)?.state).toEqual({ kind: "confirmed", at: noon });
    expect(scenario.incident("a").standing).toMatchObject({ kind: "acknowledged", handle: "h1" });
    scenario.clear();
    scenario.passes(minute);
    expect(effectsOf(scenario, "confirm-action")).toEqual([]);
  });

  it("brings the incident back where the source refuses it after all, and says what is lacking", () => {
    const scenario = accepted();
    scenario.send({ kind: "action-failed", id: id(scenario), failure: { kind: "plan-limit" } });
    expect(standing(scenario)).toBe("triggered");
    const refused = { kind: "refused", action: "acknowledge", reason: "", lack: "plan-limit" };
    expect(scenario.incident("a").timeline.map(({ what }) => what)).toContainEqual(refused);
    expect(scenario.entries.map(({ kind, body }) => ({ kind, body }))).toContainEqual({
      kind: "action-refused",
      body: {
        incident: scenario.incident("a").id,
        source: "prod",
        action: "acknowledge",
        reason: "",
        lack: "plan-limit",
      },
    });
  });

  it("is taken for refused where nobody says for ten minutes that it is done, so that somebody is paged", () => {
    const scenario = accepted();
    while (scenario.now < after(noon, 12 * minute) && entry(scenario)?.state.kind === "accepted") {
      scenario.passes(second);
      if (effectsOf(scenario, "confirm-action").length === 0) continue;
      scenario.clear();
      scenario.send({ kind: "action-accepted", id: id(scenario), request: "r1" });
    }
    expect(entry(scenario)?.state).toMatchObject({ kind: "refused", lack: "unconfirmed" });
    expect(scenario.now - noon).toBeGreaterThanOrEqual(10 * minute);
    expect(standing(scenario)).toBe("triggered");
  });

  it("is still asked about after a restart", () => {
    const before = accepted();
    const restored = {
      restored: { incident: [...before.state.incidents.values()], outbox: [...before.state.outbox.values()] },
    };
    const scenario = new Scenario({ ...restored, now: after(noon, hour) });
    scenario.clear();
    scenario.send({ kind: "woke" });
    scenario.passes(minute);
    expect(effectsOf(scenario, "act")).toEqual([]);
    expect(effectsOf(scenario, "confirm-action").length).toBeGreaterThan(0);
  });
});

describe("what a source is asked to do", () => {
  const every: ScenarioOptions = { offers: actionKinds };
  const sent = (scenario: Scenario) => effectsOf(scenario, "act").map(({ action }) => action);
  const ids = (scenario: Scenario) => [scenario.incident("a").id];
  const alice = { key: "a", by: "Alice" };

  it("is what a person does to the incident, where the source can do it", () => {
    const snoozed = asked(every);
    snoozed.command({ kind: "snooze", ids: ids(snoozed), for: hour });
    expect(sent(snoozed)).toEqual([{ kind: "snooze", ...alice, until: after(noon, hour) }]);

    const noted = asked(every);
    noted.command({ kind: "add-note", id: noted.incident("a").id, text: "disk is full" });
    expect(sent(noted)).toEqual([{ kind: "note", ...alice, text: "disk is full" }]);

    const rated = asked(every);
    rated.command({ kind: "set-severity", ids: ids(rated), severity: "minor" });
    expect(sent(rated)).toEqual([{ kind: "priority", ...alice, severity: "minor" }]);

    const escalated = asked(every);
    escalated.command({ kind: "escalate", id: escalated.incident("a").id });
    expect(sent(escalated)).toEqual([{ kind: "escalate", ...alice }]);

    const resolved = asked(every);
    resolved.command({ kind: "resolve", ids: ids(resolved) });
    expect(sent(resolved)).toEqual([{ kind: "resolve", ...alice }]);
  });

  it("is nothing that it lacks", () => {
    const scenario = asked({ offers: [] });
    scenario.command({ kind: "acknowledge", ids: ids(scenario) });
    scenario.command({ kind: "add-note", id: scenario.incident("a").id, text: "disk is full" });
    scenario.command({ kind: "set-severity", ids: ids(scenario), severity: "minor" });
    scenario.command({ kind: "snooze", ids: ids(scenario), for: hour });
    expect(sent(scenario)).toEqual([]);
    expect(scenario.state.outbox.size).toBe(0);
  });

  it("goes one after the other, and a note does not take the place of an acknowledgement that waits", () => {
    const scenario = asked(every);
    scenario.command({ kind: "set-severity", ids: ids(scenario), severity: "minor" });
    scenario.command({ kind: "acknowledge", ids: ids(scenario) });
    for (const text of ["one", "two"]) scenario.command({ kind: "add-note", id: scenario.incident("a").id, text });
    scenario.command({ kind: "set-severity", ids: ids(scenario), severity: "critical" });
    for (let round = 0; round < 6; round += 1) {
      const act = effectsOf(scenario, "act").at(-1);
      if (act) scenario.send({ kind: "action-done", id: act.id, answer: {} });
    }
    expect(sent(scenario).map((action) => ("text" in action ? action.text : action.kind))).toEqual([
      "priority",
      "acknowledge",
      "one",
      "two",
      "priority",
    ]);
  });

  it("is the last word where one makes the other void", () => {
    const scenario = asked(every);
    scenario.command({ kind: "set-severity", ids: ids(scenario), severity: "minor" });
    scenario.command({ kind: "acknowledge", ids: ids(scenario) });
    scenario.command({ kind: "snooze", ids: ids(scenario), for: hour });
    scenario.send({ kind: "action-done", id: effectsOf(scenario, "act")[0]?.id ?? "", answer: {} });
    expect(sent(scenario).map(({ kind }) => kind)).toEqual(["priority", "snooze"]);
  });

  it("that is refused for want of a right says which", () => {
    const scenario = asked(every);
    scenario.command({ kind: "add-note", id: scenario.incident("a").id, text: "disk is full" });
    const failure = { kind: "forbidden", needs: "incidents.write" } as const;
    scenario.send({ kind: "action-failed", id: effectsOf(scenario, "act")[0]?.id ?? "", failure });
    const state = { kind: "refused", at: noon, reason: "", lack: "forbidden", needs: "incidents.write" };
    expect(entry(scenario)?.state).toEqual(state);
    expect(standing(scenario)).toBe("triggered");
  });
});
