import { describe, expect, it } from "vitest";
import { changesBetween, restore, storedState } from "../../../electron/core/persistence.ts";
import { Runtime } from "../../../electron/core/runtime.ts";
import type { Effect } from "../../../shared/state/effect.ts";
import { emptyState } from "../../../shared/state/state.ts";
import { manualClock } from "../../support/manual-clock.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { alert, answer, noon, nothingRestored, Scenario } from "../../support/scenario.ts";

const empty = emptyState({ adapter: "dbus", health: { kind: "working" }, buttons: true, closes: true, sounds: true });

function openRuntime(store = memoryStore()) {
  const clock = manualClock(noon);
  const seen: { readonly effect: Effect; readonly written: number }[] = [];
  const ports = { clock, store, chance: { roll: () => 0.5, token: () => "" }, log: () => undefined };
  const runtime = new Runtime({ initial: empty, stored: empty }, ports, {
    perform: (effect) => seen.push({ effect, written: store.journal().length }),
    changed: () => undefined,
  });
  return { runtime, store, clock, seen };
}

describe("the runtime", () => {
  it("writes down before it performs", () => {
    const { runtime, seen } = openRuntime();
    runtime.dispatch({ kind: "command", command: { kind: "pager-check" } });
    expect(seen).toMatchObject([{ effect: { kind: "show-notice" }, written: 1 }]);
  });

  it("takes an event that an effect brings about after the one that brought it", () => {
    const { runtime, store } = openRuntime();
    store.failWith({ kind: "disk-full", code: "SQLITE_FULL" });
    runtime.dispatch({ kind: "command", command: { kind: "pager-check" } });
    expect(runtime.state).toMatchObject({
      drill: { kind: "running" },
      journal: { kind: "memory", reason: "disk-full" },
    });
  });

  it("wakes at least every minute, so that a jump of the clock is seen", () => {
    const { runtime, clock } = openRuntime();
    runtime.dispatch({ kind: "woke" });
    expect(clock.armed()).toEqual([noon + 60_000]);
    clock.advance(600_000);
    expect(clock.armed()).toHaveLength(1);
  });

  it("does nothing once it is closed", () => {
    const { runtime, clock, seen } = openRuntime();
    runtime.dispatch({ kind: "woke" });
    runtime.close();
    expect(runtime.dispatch({ kind: "command", command: { kind: "pager-check" } })).toBeUndefined();
    expect(seen).toEqual([]);
    expect(clock.armed()).toEqual([]);
  });
});

describe("what is kept", () => {
  const scenario = new Scenario();
  scenario.answers(answer([alert("a"), alert("b", { severity: "minor" })]));
  scenario.command({ kind: "acknowledge", ids: [scenario.incident("a").id] });
  scenario.command({ kind: "quiet", for: 3_600_000 });

  it("comes back as it was", () => {
    const store = memoryStore();
    store.commit({ entries: [], ...changesBetween(empty, scenario.state) });
    const loaded = store.load();
    const { restored, unreadable } = restore(loaded.ok ? loaded.value : []);
    expect(unreadable).toBe(0);
    const { state } = new Scenario({ restored, now: scenario.now });
    expect([...state.incidents]).toEqual(expect.arrayContaining([...scenario.state.incidents]));
    expect(state.quietUntil).toBe(scenario.state.quietUntil);
    expect([...state.outbox.keys()]).toEqual([...scenario.state.outbox.keys()]);
    const stored = storedState(empty, restored);
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

  it("counts records that cannot be read, and takes up the rest", () => {
    const broken = [
      { collection: "incident", id: "x", body: { id: "x" } },
      { collection: "telling", id: "y", body: null },
      { collection: "later", id: "z", body: {} },
    ];
    expect(restore(broken)).toEqual({ restored: nothingRestored, unreadable: 2 });
  });
});
