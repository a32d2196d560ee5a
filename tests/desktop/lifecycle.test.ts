import { beforeEach, describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { app, powerMonitor, resetElectron, world } from "./support/electron-double.ts";
import { never, runRig } from "./support/run-desktop.ts";

beforeEach(resetElectron);

const ended = () => eventually("the end of the process", () => world.exits.length > 0 || undefined);

it("the core hears of sleep, waking, locking and unlocking", () => {
  const { core } = runRig();
  for (const event of ["suspend", "resume", "lock-screen", "unlock-screen"]) powerMonitor.emit(event);
  expect(core.told).toEqual(["suspended", "resumed", "locked", "unlocked"]);
});

it("a second start, or a press on the dock, shows the window", () => {
  const rig = runRig();
  app.emit("second-instance");
  expect(rig.console()?.state).toBe("shown");
  rig.console()!.minimize();
  app.emit("activate");
  expect(rig.console()?.state).toBe("shown");
});

it("closing all windows does not quit: the tray pages on", () => {
  const rig = runRig();
  rig.tray.menu!.press("Open Baton");
  expect(app.listenerCount("window-all-closed")).toBe(1);
  rig.console()!.close();
  expect([world.exits, rig.tray.state]).toEqual([[], "shown"]);
});

describe("quitting", () => {
  it("tells the core, closes it once, lets go of everything, and ends", async () => {
    let closed = 0;
    const rig = runRig({
      close: async () => {
        closed += 1;
      },
    });
    await rig.greetedPage();
    app.quit();
    app.quit();
    await ended();
    expect([rig.core.told, closed, rig.core.subscribers(), world.handlers.size]).toEqual([["shutting-down"], 1, 0, 0]);
    expect(world.exits[0]).toBe(0);
  });

  it("ends within two seconds even where the core does not", async () => {
    const rig = runRig({ close: never });
    const began = performance.now();
    app.quit();
    await ended();
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(rig.lines.at(-1)?.message).toBe("the core did not close in time");
  });

  it("ends even where closing fails", async () => {
    const fault = new Error("the disk is gone");
    const rig = runRig({ close: () => Promise.reject(fault) });
    app.quit();
    await ended();
    expect(rig.lines.at(-1)).toEqual({ message: "the core failed to close", facts: { fault: "Error" } });
  });

  it("with the system closes the core and does not hold the system up", async () => {
    let closed = 0;
    const rig = runRig({
      close: async () => {
        closed += 1;
      },
    });
    powerMonitor.emit("shutdown");
    expect([rig.core.told, closed, world.exits]).toEqual([["shutting-down"], 1, []]);
    app.quit();
    await ended();
    expect(closed).toBe(1);
  });
});
