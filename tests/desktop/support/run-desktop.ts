import { session } from "electron";
import type { Snapshot } from "../../../shared/app/snapshot-shape.ts";
import { runDesktop } from "../../../electron/desktop/desktop.ts";
import { openTray } from "../../../electron/desktop/tray.ts";
import { openWindows } from "../../../electron/desktop/windows.ts";
import { manualClock } from "../../support/manual-clock.ts";
import { memoryDocuments } from "../../support/memory-documents.ts";
import { scriptedApp, type Script, type ScriptedApp } from "../../support/scripted-app.ts";
import { world, type BrowserWindow, type Menu, type Tray, type WebContents } from "./electron-double.ts";
import { aSnapshot, night } from "./views.ts";

/** The desktop's own code over Electron's double, with a core that answers what the test says. */
export type Rig = {
  readonly core: ScriptedApp;
  readonly tray: Tray;
  readonly lines: readonly { readonly message: string; readonly facts: unknown }[];
  /** Every command that reached the core. */
  readonly asked: readonly { readonly command: string; readonly input: unknown }[];
  /** The state changes, and everybody is told. */
  become(snapshot: Snapshot): void;
  menu(): Menu;
  /** A page of the console that has said hello. */
  greetedPage(): Promise<WebContents>;
  console(): BrowserWindow | undefined;
};

export type RigOptions = Pick<Script, "handlers" | "incidents"> & {
  readonly snapshot?: Snapshot;
  readonly close?: () => Promise<void>;
  readonly platform?: NodeJS.Platform;
  readonly home?: string;
  readonly navigated?: (view: string, incident: string | undefined) => void;
};

export function runRig(options: RigOptions = {}): Rig {
  const { platform = "linux" } = options;
  let snapshot = options.snapshot ?? aSnapshot();
  const asked: { command: string; input: unknown }[] = [];
  const lines: { message: string; facts: unknown }[] = [];
  const log = (_level: string, message: string, facts?: unknown): void => void lines.push({ message, facts });
  const scripted = scriptedApp({ ...options, snapshot: () => snapshot });
  const core: ScriptedApp = {
    ...scripted,
    request(command, input) {
      asked.push({ command, input });
      return scripted.request(command, input);
    },
    navigate: (view, incident) => {
      options.navigated?.(view, incident);
      scripted.push({ push: "navigate", payload: { view, ...(incident !== undefined && { incident }) } });
    },
  };
  const clock = manualClock(night);
  const tray = openTray({ clock, platform, icons: "icons", log });
  const windows = openWindows({
    preload: "preload.cjs",
    session: session.fromPartition("baton"),
    documents: memoryDocuments(),
    clock,
    log,
    hasTray: true,
  });
  const close = options.close ?? (() => core.close());
  const loginItem = { platform, env: {}, home: options.home ?? "/nowhere", command: ["/opt/Baton/baton"] };
  runDesktop({ core, tray, windows, loginItem, platform, log, close });
  return {
    core,
    tray: world.trays[0]!,
    lines,
    asked,
    become(next) {
      snapshot = next;
      core.push({ push: "snapshot", payload: next });
    },
    menu: () => world.trays[0]!.menu!,
    async greetedPage() {
      windows.openConsole();
      const page = world.windows.at(-1)!.webContents;
      await page.ask("hello");
      await new Promise(setImmediate);
      return page;
    },
    console: () => world.windows.find((window) => !window.isDestroyed()),
  };
}

/** What a handler of the contract answers when it is done. */
export const done = { kind: "done", count: 1 } as const;

/** A task that never ends, for what must not wait for it. */
export const never = (): Promise<never> => new Promise(() => undefined);
