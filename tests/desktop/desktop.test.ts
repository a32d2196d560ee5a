import { beforeEach, describe, expect, it } from "vitest";
import type { IncidentsChange } from "../../shared/incident/incident-shape.ts";
import { resetElectron, world } from "./support/electron-double.ts";
import { done, runRig } from "./support/run-desktop.ts";
import { aRow, aSnapshot, night } from "./support/views.ts";

beforeEach(resetElectron);

const rows = (...items: readonly ReturnType<typeof aRow>[]) => [
  { reset: true, complete: true, rows: items, removed: [] },
];

describe("the tray's menu", () => {
  it("acknowledges one incident, or all of mine, by a command to the core", () => {
    const rig = runRig({
      incidents: () => rows(aRow(), aRow({ id: "i2", title: "Second" }), aRow({ id: "i3", mine: false })),
    });
    rig.menu().press("Acknowledge: Critical · Aggregate Profit · Second");
    rig.menu().press("Acknowledge all");
    expect(rig.asked).toEqual([
      { command: "acknowledge", input: { ids: ["i2"] } },
      { command: "acknowledge", input: { ids: ["i1", "i2"] } },
    ]);
  });

  it("checks the pager, and turns quiet on", () => {
    const rig = runRig();
    rig.menu().press("Pager check");
    rig.menu().press("Quiet for 1 h");
    expect(rig.asked).toEqual([
      { command: "pager-check", input: {} },
      { command: "quiet", input: { for: 3_600_000 } },
    ]);
  });

  it("follows the list through parts and removals, and never shows half of it", () => {
    const rig = runRig();
    const push = (payload: Partial<IncidentsChange>) =>
      rig.core.push({
        push: "incidents",
        payload: { reset: false, complete: true, rows: [], removed: [], ...payload },
      });
    const named = () =>
      rig
        .menu()
        .labels()
        .filter((label) => label.includes("Aggregate Profit"));
    push({ reset: true, complete: false, rows: [aRow()] });
    expect(named()).toEqual([]);
    push({ reset: true, rows: [aRow({ id: "i2", title: "Second" })] });
    expect(named()).toHaveLength(2);
    push({ removed: ["i1"] });
    push({ rows: [aRow({ id: "i2", title: "Second", standing: "resolved" })] });
    expect(named()).toEqual([]);
  });

  it("shows an incident, opens the console, and quits", async () => {
    const navigated: unknown[] = [];
    const rig = runRig({
      incidents: () => rows(aRow({ standing: "acknowledged" })),
      navigated: (view, incident) => navigated.push([view, incident]),
    });
    rig.menu().press("Critical · Aggregate Profit · Ledger is late (acknowledged)");
    expect([navigated, rig.console()?.state]).toEqual([[["incidents", "i1"]], "shown"]);
    rig.console()!.minimize();
    rig.menu().press("Open Baton");
    expect(rig.console()?.state).toBe("shown");
    rig.menu().press("Quit");
    await new Promise(setImmediate);
    expect([world.exits, rig.tray.state]).toEqual([[0], "destroyed"]);
  });
});

it("pressing the icon opens the popover beside it", () => {
  const rig = runRig();
  rig.tray.emit("click", {}, { x: 1800, y: 4, width: 24, height: 24 });
  expect(rig.console()?.bounds).toEqual({ x: 1512, y: 40, width: 400, height: 620 });
});

it("an alarm, where no notification can be shown, raises the window, rings and asks for attention", () => {
  const rig = runRig({ platform: "darwin" });
  rig.core.push({ push: "alarm", payload: { severity: "critical", raise: true } });
  expect([rig.console()?.state, rig.console()?.flashes, world.beeps, world.dockBounces]).toEqual(["shown", 1, 1, 1]);
});

it("a sound that the notification does not make rings, and leaves the windows as they are", () => {
  const rig = runRig({ platform: "linux" });
  rig.core.push({ push: "alarm", payload: { severity: "critical", raise: false } });
  expect([rig.console()?.state, world.beeps]).toEqual([undefined, 1]);
});

describe("the global shortcut", () => {
  const settings = { ...aSnapshot().settings, globalAcknowledge: true };
  const keys = "CommandOrControl+Shift+A";

  it("is taken while the person wants it, and given back", () => {
    const rig = runRig();
    expect([...world.shortcuts.keys()]).toEqual([]);
    rig.become(aSnapshot({ settings }));
    expect([...world.shortcuts.keys()]).toEqual([keys]);
    rig.become(aSnapshot());
    expect([...world.shortcuts.keys()]).toEqual([]);
  });

  it("acknowledges the current incident if it waits, and nothing otherwise", () => {
    const rig = runRig({ snapshot: aSnapshot({ settings }), handlers: { acknowledge: () => done } });
    world.shortcuts.get(keys)?.();
    expect(rig.asked).toEqual([]);
    const current = {
      ...aRow(),
      sourceName: "prod",
      sensitive: false,
      alert: { key: "k", title: "Ledger is late", severity: "page", labels: {}, links: [], startedAt: night },
      owners: [],
      escalates: { kind: "none" },
      paged: [],
      canResolve: false,
      acknowledgesInSource: true,
      runbook: { kind: "gap" },
      ticks: [],
      timeline: [],
    } as const;
    rig.become(aSnapshot({ settings, current }));
    world.shortcuts.get(keys)?.();
    rig.become(aSnapshot({ settings, current: { ...current, standing: "acknowledged" } }));
    world.shortcuts.get(keys)?.();
    expect(rig.asked).toEqual([{ command: "acknowledge", input: { ids: ["i1"] } }]);
  });

  it("that belongs to another program is written down", () => {
    world.shortcutsTaken = true;
    const rig = runRig({ snapshot: aSnapshot({ settings }) });
    expect(rig.lines.map(({ message }) => message)).toEqual(["the shortcut belongs to another program"]);
  });
});
