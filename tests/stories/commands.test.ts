import { describe, expect, it } from "vitest";
import { hour, minute, second } from "../../shared/time/duration.ts";
import { after } from "../../shared/time/instant.ts";
import { alert, answer, noon, Scenario } from "../support/scenario.ts";

const acts = (scenario: Scenario) => scenario.effects.flatMap((effect) => (effect.kind === "act" ? [effect] : []));

function acknowledged(): Scenario {
  const scenario = new Scenario();
  scenario.answers(answer([alert("a")]));
  scenario.command({ kind: "acknowledge", ids: [scenario.incident("a").id] });
  return scenario;
}

function onlyAct(scenario: Scenario) {
  const [act, ...others] = acts(scenario);
  if (!act || others.length > 0) throw new Error(`${String(others.length + 1)} actions`);
  return act;
}

describe("commands", () => {
  it("000-6 acknowledges at once, asks the source for a silence of exactly that alert, and confirms what it says", () => {
    const scenario = acknowledged();
    expect(scenario.incident("a")).toMatchObject({
      standing: { kind: "acknowledged", by: "alice" },
      assignee: "alice",
      respondedAt: noon,
    });
    const act = onlyAct(scenario);
    expect(act.action).toEqual({
      kind: "acknowledge",
      key: "a",
      labels: { alertname: "a", pipeline: "profit" },
      by: "Alice",
      comment: "Acknowledged by Alice",
      from: noon,
      until: after(noon, hour),
    });
    scenario.send({ kind: "action-done", id: act.id, answer: { handle: "s1", until: after(noon, hour) } });
    expect(scenario.incident("a").standing).toMatchObject({ handle: "s1", until: after(noon, hour) });
  });

  it("writes down what a person did before the source is asked", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a")]));
    scenario.clear();
    const { entries, effects } = scenario.command({ kind: "acknowledge", ids: [scenario.incident("a").id] });
    expect(entries).toContainEqual({
      at: noon,
      kind: "acknowledged",
      body: { by: "alice", incidents: [scenario.incident("a").id] },
    });
    expect(effects.map(({ kind }) => kind)).toEqual(["act", "close-notice"]);
  });

  it("keeps an acknowledgement while the source's answers are older than it", () => {
    const scenario = acknowledged();
    scenario.answers(answer([alert("a")]));
    expect(scenario.incident("a").standing.kind).toBe("acknowledged");
  });

  it("brings the incident back when somebody ends its silence in the source", () => {
    const scenario = acknowledged();
    scenario.send({
      kind: "action-done",
      id: onlyAct(scenario).id,
      answer: { handle: "s1", until: after(noon, hour) },
    });
    scenario.now = after(scenario.now, minute);
    scenario.answers(answer([alert("a")]));
    expect(scenario.incident("a").standing.kind).toBe("triggered");
    expect(scenario.incident("a").timeline.at(-2)?.what).toEqual({ kind: "retriggered", why: "taken-back" });
  });

  it("tries again, further apart each time, while the source gives no answer", () => {
    const scenario = acknowledged();
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const act = acts(scenario).at(-1);
      if (!act) throw new Error("nothing was sent");
      scenario.send({
        kind: "action-failed",
        id: act.id,
        failure: { kind: "unavailable", failure: { kind: "timeout", afterMs: 10_000 } },
      });
      const state = scenario.state.outbox.get(act.id)?.state;
      if (state?.kind !== "queued") throw new Error("not queued");
      pauses.push(state.nextAt - scenario.now);
      scenario.passesAnswering(state.nextAt - scenario.now);
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * second));
    expect(new Set(acts(scenario).map(({ id }) => id)).size).toBe(1);
  });

  it("asks for the whole time again when an acknowledgement waited for its source", () => {
    const scenario = acknowledged();
    const failure = { kind: "unavailable", failure: { kind: "timeout", afterMs: 10_000 } } as const;
    scenario.send({ kind: "action-failed", id: onlyAct(scenario).id, failure });
    scenario.clear();
    scenario.now = after(noon, 2 * hour);
    scenario.send({ kind: "woke" });
    expect(onlyAct(scenario).action).toMatchObject({ from: after(noon, 2 * hour), until: after(noon, 3 * hour) });
  });

  it("triggers the incident again when the source refuses", () => {
    const scenario = acknowledged();
    scenario.clear();
    scenario.send({
      kind: "action-failed",
      id: [...scenario.state.outbox.keys()][0] ?? "",
      failure: { kind: "refused", reason: "forbidden" },
    });
    expect(scenario.incident("a").standing.kind).toBe("triggered");
    expect(scenario.notices.map(({ kind }) => kind)).toContain("incident");
    expect([...scenario.state.outbox.values()].map(({ state }) => state)).toEqual([
      { kind: "refused", at: noon, reason: "forbidden" },
    ]);
  });

  it("extends the silence while the incident stays acknowledged", () => {
    const scenario = acknowledged();
    scenario.send({
      kind: "action-done",
      id: onlyAct(scenario).id,
      answer: { handle: "s1", until: after(noon, hour) },
    });
    scenario.clear();
    scenario.passesAnswering(50 * minute);
    expect(acts(scenario).map(({ action }) => action)).toMatchObject([
      { kind: "acknowledge", by: "Alice", handle: "s1", until: after(noon, 110 * minute) },
    ]);
  });

  it("expires the silence when the acknowledgement is taken back", () => {
    const scenario = acknowledged();
    scenario.send({ kind: "action-done", id: onlyAct(scenario).id, answer: { handle: "s1" } });
    scenario.clear();
    scenario.command({ kind: "unacknowledge", ids: [scenario.incident("a").id] });
    expect(acts(scenario).map(({ action }) => action)).toEqual([{ kind: "unacknowledge", key: "a", handle: "s1" }]);
    expect(scenario.incident("a").standing.kind).toBe("triggered");
  });

  it("sends nothing for what was taken back before it was sent, and undoes what was on its way", () => {
    const scenario = acknowledged();
    const sent = onlyAct(scenario);
    scenario.command({ kind: "unacknowledge", ids: [scenario.incident("a").id] });
    scenario.clear();
    scenario.send({ kind: "action-done", id: sent.id, answer: { handle: "s1" } });
    expect(acts(scenario).map(({ action }) => action)).toEqual([{ kind: "unacknowledge", key: "a", handle: "s1" }]);
  });

  it("sends a storm's acknowledgements a few at a time", () => {
    const scenario = new Scenario();
    scenario.answers(answer(Array.from({ length: 50 }, (_, index) => alert(`k${String(index)}`))));
    scenario.command({ kind: "acknowledge", ids: scenario.incidents.map(({ id }) => id) });
    expect(acts(scenario)).toHaveLength(4);
    scenario.send({ kind: "action-done", id: acts(scenario)[0]?.id ?? "", answer: { handle: "s" } });
    expect(acts(scenario)).toHaveLength(5);
  });

  it("snoozes until a time, and is triggered again then", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a")]));
    scenario.command({ kind: "snooze", ids: [scenario.incident("a").id], for: 15 * minute });
    scenario.clear();
    scenario.passesAnswering(14 * minute);
    expect(scenario.notices).toEqual([]);
    scenario.passesAnswering(minute);
    expect(scenario.incident("a").standing.kind).toBe("triggered");
    expect(scenario.notices.map(({ kind }) => kind)).toContain("incident");
  });

  it("escalates to the next step at once, and the steps after it keep their distance", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a")]));
    scenario.now = after(noon, minute);
    scenario.command({ kind: "escalate", id: scenario.incident("a").id });
    expect(scenario.incident("a").escalation).toEqual({
      policy: "standard",
      round: 0,
      step: 1,
      roundStartedAt: after(noon, -14 * minute),
    });
  });

  it("refuses what cannot be done, with the reason", () => {
    const scenario = acknowledged();
    const { id } = scenario.incident("a");
    expect(scenario.command({ kind: "acknowledge", ids: [id] }).reply).toEqual({
      kind: "refused",
      reason: "already-acknowledged",
    });
    expect(scenario.command({ kind: "acknowledge", ids: ["nothing"] }).reply).toEqual({
      kind: "refused",
      reason: "not-found",
    });
    expect(scenario.command({ kind: "resolve", ids: [id] }).reply).toEqual({ kind: "refused", reason: "unsupported" });
  });

  it("resolves what came through the inbox, which is Baton's own", () => {
    const scenario = new Scenario();
    scenario.send({
      kind: "inbox-received",
      items: [{ key: "job", state: "triggered", title: "Job", severity: "minor", labels: {}, links: [] }],
    });
    scenario.command({ kind: "resolve", ids: [scenario.incident("job").id] });
    expect(scenario.incident("job").standing).toEqual({ kind: "resolved", at: noon, by: "alice" });
  });

  it("keeps notes in the timeline with their author", () => {
    const scenario = acknowledged();
    scenario.command({ kind: "add-note", id: scenario.incident("a").id, text: "Looking" });
    expect(scenario.incident("a").timeline.at(-1)).toEqual({
      at: noon,
      by: "alice",
      what: { kind: "note", text: "Looking" },
    });
  });

  it("runs a pager check through the notifier and back", () => {
    const scenario = new Scenario();
    scenario.command({ kind: "pager-check" });
    expect(scenario.state.drill).toMatchObject({ kind: "running", shownAt: noon });
    scenario.now = after(noon, 2 * second);
    scenario.send({ kind: "notice-button", key: "drill", button: "acknowledge" });
    expect(scenario.state.drill).toEqual({ kind: "passed", at: after(noon, 2 * second), milliseconds: 0 });
  });

  it("says at which end a pager check failed", () => {
    const scenario = new Scenario();
    scenario.command({ kind: "pager-check" });
    scenario.passes(minute);
    expect(scenario.state.drill).toMatchObject({ kind: "failed", reason: "not-acknowledged" });
  });
});
