import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { second, minute } from "../../shared/time/duration.ts";
import { after } from "../../shared/time/instant.ts";
import { trayStates, type Snapshot } from "../../shared/app/snapshot-shape.ts";
import { openTray, type TrayHandle } from "../../electron/desktop/tray.ts";
import { manualClock } from "../support/manual-clock.ts";
import { resetElectron, world, type Tray } from "./support/electron-double.ts";
import { aRow, aSnapshot, night } from "./support/views.ts";

const icons = resolve(import.meta.dirname, "../../assets/tray/png");

beforeEach(resetElectron);

function open(platform: NodeJS.Platform) {
  const clock = manualClock(night);
  const handle = openTray({ clock, platform, icons, log: () => undefined });
  const [tray] = world.trays;
  if (!handle || !tray) throw new Error("no tray");
  return { clock, handle, tray };
}

const show = (handle: TrayHandle, tray: Partial<Snapshot["tray"]>): void =>
  handle.show({ snapshot: aSnapshot({ tray: { state: "on", count: 0, open: 0, ...tray } }), mine: [] });

/** The file's name without folder and size. */
const drawing = ({ image }: Tray): string => /([^/\\]+)-\d+\.png$/.exec(image.path)?.[1] ?? "";

describe("the icon", () => {
  it.each(trayStates)("has a drawing for %s on every system, at every size that the system takes", (state) => {
    for (const platform of ["linux", "win32", "darwin"] as const) {
      resetElectron();
      const { handle, tray } = open(platform);
      show(handle, { state });
      expect(drawing(tray)).toBe(state);
      expect([tray.image.path, tray.image.path.replace(".png", "@2x.png")].filter((path) => !existsSync(path))).toEqual(
        [],
      );
    }
  });

  it("counts unacknowledged incidents to nine, and then says more", () => {
    const { handle, tray } = open("linux");
    const drawings = [1, 2, 9, 10, 400].map((count) => {
      show(handle, { state: "triggered", count });
      expect(existsSync(tray.image.path)).toBe(true);
      return drawing(tray);
    });
    expect(drawings).toEqual(["triggered-1", "triggered-2", "triggered-9", "triggered-9+", "triggered-9+"]);
  });

  it("is a template where the system colours it, has the size for 150 % where there is one, and is set only when it changes", () => {
    const mac = open("darwin");
    show(mac.handle, { state: "blind" });
    show(mac.handle, { state: "blind" });
    expect([mac.tray.image.kind, mac.tray.counts.image]).toEqual(["template", 1]);
    resetElectron();
    const windows = open("win32");
    expect([windows.tray.image.kind, windows.tray.image.scales]).toEqual(["colour", [1.5]]);
  });
});

describe("the words", () => {
  const escalates = { at: after(night, 3 * minute + 12 * second), people: ["Emily"] };

  it("count down each second in the title of macOS", () => {
    const { handle, tray, clock } = open("darwin");
    show(handle, { state: "triggered", count: 1, open: 1, role: "primary", escalates });
    expect(tray.title).toBe("On call · 1 open · pages Emily in 3:12");
    clock.advance(3 * second);
    expect([tray.title, tray.tooltip]).toEqual(Array(2).fill("On call · 1 open · pages Emily in 3:09"));
    expect(tray.counts.tooltip).toBe(5);
  });

  it("count down every five seconds elsewhere, and have no title", () => {
    const { handle, tray, clock } = open("linux");
    show(handle, { state: "triggered", count: 1, open: 1, escalates });
    clock.advance(4 * second);
    expect(tray.tooltip).toContain("3:12");
    clock.advance(second);
    expect(tray.tooltip).toContain("3:07");
    expect(tray.title).toBe("");
  });

  it("arm no timer while nothing counts, and stop when the count does", () => {
    const { handle, clock } = open("darwin");
    show(handle, {});
    expect(clock.armed()).toEqual([]);
    show(handle, { escalates });
    show(handle, { escalates });
    expect(clock.armed()).toHaveLength(1);
    show(handle, {});
    expect(clock.armed()).toEqual([]);
  });
});

describe("the menu", () => {
  it("is built again only when its words change, whatever counts down", () => {
    const { handle, tray, clock } = open("linux");
    const view = { snapshot: aSnapshot(), mine: [aRow()] };
    handle.show(view);
    clock.advance(minute);
    handle.show({ ...view, snapshot: { ...view.snapshot, now: clock.now() } });
    expect(tray.counts.menu).toBe(1);
    handle.show({ ...view, mine: [] });
    expect(tray.counts.menu).toBe(2);
  });

  it("gives what was pressed to its listener, and titles no say in its keys", () => {
    const { handle, tray } = open("linux");
    const acts: unknown[] = [];
    handle.listen({ act: (act) => acts.push(act), press: (bounds) => acts.push(bounds) });
    handle.show({ snapshot: aSnapshot(), mine: [aRow({ title: "R&D" })] });
    tray.menu!.press("Acknowledge: Critical · Aggregate Profit · R&&D");
    tray.emit("click", {}, { x: 1, y: 2, width: 3, height: 4 });
    expect(acts).toEqual([
      { kind: "request", command: "acknowledge", input: { ids: ["i1"] } },
      { x: 1, y: 2, width: 3, height: 4 },
    ]);
    expect(tray.menu!.items[0]).toMatchObject({ enabled: false });
  });

  it("opens with the right button on macOS, where the left one opens the popover", () => {
    const { handle, tray } = open("darwin");
    handle.show({ snapshot: aSnapshot(), mine: [] });
    expect(tray.menu).toBeUndefined();
    tray.emit("right-click");
    expect(tray.popups.at(-1)!.labels()).toContain("Pager check");
  });
});

it("where the system refuses a tray there is none, and it is written down", () => {
  world.trayFails = true;
  const lines: string[] = [];
  const log = (_level: string, message: string) => void lines.push(message);
  expect(openTray({ clock: manualClock(night), platform: "linux", icons, log })).toBeUndefined();
  expect(lines).toEqual(["there is no tray"]);
});
