import { beforeEach, describe, expect, it } from "vitest";
import { placeBeside, readPlace } from "../../electron/desktop/window-place.ts";
import { openWindows, type Windows } from "../../electron/desktop/windows.ts";
import { session as electronSession } from "electron";
import { manualClock } from "../support/manual-clock.ts";
import { memoryDocuments } from "../support/memory-documents.ts";
import { resetElectron, world, type BrowserWindow } from "./support/electron-double.ts";
import { night } from "./support/views.ts";

beforeEach(resetElectron);

const trayAtTop = { x: 1800, y: 4, width: 24, height: 24 };

function open(parts: { readonly hasTray?: boolean; readonly documents?: ReturnType<typeof memoryDocuments> } = {}) {
  const clock = manualClock(night);
  const documents = parts.documents ?? memoryDocuments();
  const windows = openWindows({
    preload: "preload.cjs",
    session: electronSession.fromPartition("baton"),
    documents,
    clock,
    log: () => undefined,
    hasTray: parts.hasTray ?? true,
  });
  return { windows, clock, documents };
}

function openConsole(windows: Windows): BrowserWindow {
  windows.openConsole();
  return world.windows.at(-1)!;
}

const popover = (): BrowserWindow => world.windows.find(({ options }) => options.frame === false)!;

describe("a window", () => {
  it("shows Baton's own page in the strictest sandbox", () => {
    const window = openConsole(open().windows);
    expect(window.webContents.mainFrame.url).toBe("baton://app/");
    expect(window.options.webPreferences).toMatchObject({
      preload: "preload.cjs",
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
    });
  });

  it("has developer tools only where the app is not packaged", () => {
    world.isPackaged = false;
    expect(openConsole(open().windows).options.webPreferences?.devTools).toBe(true);
  });

  it("loads its page again once when it dies, and goes when it dies again, so that the next one is fresh", () => {
    const { windows } = open();
    const first = openConsole(windows);
    first.webContents.emit("render-process-gone", {}, { reason: "crashed" });
    expect([first.webContents.reloads, first.state]).toEqual([1, "shown"]);
    first.webContents.emit("render-process-gone", {}, { reason: "oom" });
    expect([first.webContents.reloads, first.state]).toEqual([1, "destroyed"]);
    expect(openConsole(windows)).not.toBe(first);
  });

  it("ends a page that hangs, and loads it again", () => {
    const window = openConsole(open().windows);
    window.emit("unresponsive");
    expect([window.webContents.kills, window.webContents.reloads]).toEqual([1, 1]);
  });
});

describe("the console", () => {
  it("is one, shown again where it was minimised", () => {
    const { windows } = open();
    const window = openConsole(windows);
    window.minimize();
    windows.openConsole();
    expect([world.windows.length, window.state]).toEqual([1, "shown"]);
  });

  it("opens where it stood when it was closed", () => {
    const { windows, documents } = open();
    const first = openConsole(windows);
    first.bounds = { x: 50, y: 60, width: 1000, height: 700 };
    first.maximize();
    first.close();
    const second = openConsole(open({ documents }).windows);
    expect(second.bounds).toEqual({ x: 50, y: 60, width: 1000, height: 700 });
    expect(second.isMaximized()).toBe(true);
  });

  it("opens in the middle where its display is gone, or what was kept is no place", () => {
    const areas = [{ x: 0, y: 32, width: 1920, height: 1048 }];
    const place = { x: 2500, y: 100, width: 1000, height: 700, maximized: false };
    expect(readPlace(place, areas)).toBeUndefined();
    expect(readPlace({ ...place, x: 1800 }, areas)).toEqual({ ...place, x: 1800 });
    expect(readPlace({ ...place, x: 1900 }, areas)).toBeUndefined();
    expect(readPlace({ ...place, x: 0, y: -300 }, areas)).toBeUndefined();
    for (const broken of [undefined, null, "left", { x: "0" }, { ...place, y: 0.5 }]) {
      expect(readPlace(broken, areas)).toBeUndefined();
    }
  });

  it("closes where there is a tray, and is minimised to the task bar where there is none, until Baton quits", () => {
    const closed = openConsole(open().windows);
    closed.close();
    expect(closed.state).toBe("destroyed");
    const { windows } = open({ hasTray: false });
    const window = openConsole(windows);
    window.close();
    expect(window.state).toBe("minimized");
    windows.release();
    window.close();
    expect(window.state).toBe("destroyed");
  });
});

describe("the popover", () => {
  it("opens below a tray at the top and above one at the bottom, within the work area of its screen", () => {
    const area = { x: 0, y: 32, width: 1920, height: 1048 };
    const size = { width: 400, height: 620 };
    expect(placeBeside(trayAtTop, size, area)).toEqual({ x: 1512, y: 40, width: 400, height: 620 });
    expect(placeBeside({ x: 900, y: 1056, width: 24, height: 24 }, size, area)).toEqual({
      x: 712,
      y: 428,
      width: 400,
      height: 620,
    });
    const small = { x: 1920, y: 0, width: 360, height: 500 };
    expect(placeBeside({ x: 1930, y: 480, width: 20, height: 20 }, size, small)).toEqual({
      x: 1928,
      y: 8,
      width: 344,
      height: 484,
    });
  });

  it("opens on the tray's screen", () => {
    world.displays.push({
      bounds: { x: 1920, y: 0, width: 1280, height: 800 },
      workArea: { x: 1920, y: 24, width: 1280, height: 776 },
    });
    open().windows.togglePopover({ x: 3100, y: 0, width: 24, height: 24 });
    expect(popover().bounds).toEqual({ x: 2792, y: 32, width: 400, height: 620 });
    expect(popover().options).toMatchObject({ frame: false, skipTaskbar: true, resizable: false });
  });

  it("opens at the pointer where the system does not tell where its tray is", () => {
    world.pointer = { x: 1000, y: 1070 };
    open().windows.togglePopover({ x: 0, y: 0, width: 0, height: 0 });
    expect(popover().bounds).toEqual({ x: 801, y: 442, width: 400, height: 620 });
  });

  it("hides when it loses the focus, is not opened again by the click that took it, and is by the next", () => {
    const { windows, clock } = open();
    windows.togglePopover(trayAtTop);
    popover().emit("blur");
    windows.togglePopover(trayAtTop);
    expect(popover().isVisible()).toBe(false);
    clock.advance(300);
    windows.togglePopover(trayAtTop);
    expect([popover().isVisible(), world.windows.length]).toEqual([true, 1]);
    windows.togglePopover(trayAtTop);
    expect(popover().isVisible()).toBe(false);
  });
});

it("only the pages of the two windows, while they are open, are Baton's own", () => {
  const { windows } = open();
  const stranger = open().windows.openConsole();
  const page = windows.openConsole();
  expect([windows.owns(page), windows.owns(stranger)]).toEqual([true, false]);
  world.windows.at(-1)!.close();
  expect(windows.owns(page)).toBe(false);
});
