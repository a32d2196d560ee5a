import { describe, expect, it } from "vitest";
import { Runtime } from "../../../electron/core/runtime.ts";
import type { Effect } from "../../../shared/state/effect.ts";
import { emptyState } from "../../../shared/state/state.ts";
import { manualClock } from "../../support/manual-clock.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { noon, working } from "../../support/scenario.ts";

const empty = emptyState(working);

function openRuntime(store = memoryStore()) {
  const clock = manualClock(noon);
  const seen: { readonly effect: Effect; readonly written: number }[] = [];
  const ports = { clock, store, chance: { roll: () => 0.5, token: () => "" }, log: () => undefined };
  const runtime = new Runtime({ initial: empty, stored: empty, unreadable: [] }, ports, {
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
