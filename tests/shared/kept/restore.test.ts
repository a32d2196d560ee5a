import { expect, it, describe } from "vitest";
import { changesBetween, countKept, readKept, takeUp } from "../../../shared/kept/restore.ts";
import { emptyState } from "../../../shared/state/state.ts";
import { minute } from "../../../shared/time/duration.ts";
import { after } from "../../../shared/time/instant.ts";
import { alert, answer, noon, Scenario, survived, working } from "../../support/scenario.ts";

const empty = emptyState(working);
const scenario = new Scenario();
scenario.answers(answer([alert("a"), alert("b", { severity: "minor" })]));
scenario.command({ kind: "acknowledge", ids: [scenario.incident("a").id] });
scenario.command({ kind: "quiet", for: 3_600_000 });

describe("what is kept", () => {
  it("comes back as it was", () => {
    const { state } = new Scenario({ restored: survived(scenario.state), now: scenario.now });
    expect([...state.incidents]).toEqual(expect.arrayContaining([...scenario.state.incidents]));
    expect(state.quietUntil).toBe(scenario.state.quietUntil);
    expect([...state.outbox.keys()]).toEqual([...scenario.state.outbox.keys()]);
  });

  it("is not written again by the start that takes it up", () => {
    const stored = takeUp(empty, survived(scenario.state));
    expect(changesBetween(stored, takeUp(empty, survived(stored)))).toMatchObject({ removes: [] });
    expect(changesBetween(stored, { ...stored })).toEqual({ puts: [], removes: [] });
  });

  it("is only what changed", () => {
    const before = scenario.state;
    scenario.command({ kind: "add-note", id: scenario.incident("b").id, text: "Looking" });
    expect(changesBetween(before, scenario.state)).toMatchObject({
      puts: [{ collection: "incident", id: scenario.incident("b").id }],
      removes: [],
    });
  });

  it("goes when what it is of goes", () => {
    const incidents = new Map(scenario.state.incidents);
    const { id } = scenario.incident("b");
    incidents.delete(id);
    const changes = changesBetween(scenario.state, { ...scenario.state, incidents });
    expect(changes).toEqual({ puts: [], removes: [{ collection: "incident", id }] });
  });

  it("of a source among others is what was told of it, and a good answer at most once a minute", () => {
    const inbox = scenario.state.sources.get("inbox");
    if (!inbox) throw new Error("no inbox");
    const withInbox = (over: Partial<typeof inbox>) => ({
      ...scenario.state,
      sources: new Map([["inbox", { ...inbox, ...over }]]),
    });
    const told = { toldFreshness: "blind", lastGoodAt: noon } as const;
    const toldTogetherAt = after(noon, minute);
    const together = withInbox({ ...told, toldTogetherAt });
    const body = { id: "inbox", toldFreshness: "blind", toldTogetherAt, lastGoodAt: noon };
    expect(changesBetween(withInbox(told), together).puts).toEqual([
      { collection: "source", id: "inbox", version: 1, body },
    ]);
    expect(survived(together).source).toEqual([body]);
    const grainOf = (lastGoodAt: number) =>
      changesBetween(withInbox(told), withInbox({ ...told, lastGoodAt: after(noon, lastGoodAt) }));
    expect(grainOf(minute - 1).puts).toEqual([]);
    expect(grainOf(minute).puts).toHaveLength(1);
  });
});

describe("what cannot be read", () => {
  const good = changesBetween(empty, scenario.state).puts;
  const bad = [
    { collection: "incident", id: "x", version: 1, body: { id: "x" } },
    { collection: "telling", id: "y", version: 1, body: null },
    { collection: "task", id: "t", version: 99, body: {} },
    { collection: "app", id: "later", version: 1, body: {} },
    { collection: "later", id: "z", version: 1, body: {} },
  ];

  it("is named with the reason, and the rest is taken up", () => {
    expect(readKept([...bad, ...good])).toEqual({
      restored: readKept(good).restored,
      unreadable: [
        { collection: "incident", id: "x", why: "another-shape" },
        { collection: "telling", id: "y", why: "another-shape" },
        { collection: "task", id: "t", why: "newer" },
        { collection: "app", id: "later", why: "unknown-place" },
        { collection: "later", id: "z", why: "unknown-place" },
      ],
    });
  });

  it("is counted by what it is of", () => {
    expect(countKept([...bad, ...bad.slice(0, 1)])).toEqual({ incident: 2, telling: 1, task: 1, other: 2 });
  });
});
