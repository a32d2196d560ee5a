import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { startDesktopHost } from "../../../electron/desktop/host.ts";
import { readHostOptions } from "../../../electron/node/host-options.ts";
import { eventually } from "../../support/eventually.ts";
import { scratchDir } from "../../support/scratch-dir.ts";
import { app, world, type BrowserWindow, type Tray } from "./electron-double.ts";

/** The desktop host with everything real but Electron. */
export type RunningDesktop = {
  readonly dataDir: string;
  readonly inbox: { readonly url: string; readonly token: string };
  tray(): Tray;
  /** The console, once it is open. */
  console(): BrowserWindow;
  /** As a person quits; resolves when the process would have ended. */
  quit(): Promise<void>;
};

export type DesktopRun = {
  readonly args?: readonly string[];
  readonly dataDir?: string;
  readonly platform?: NodeJS.Platform;
  readonly env?: Readonly<Record<string, string | undefined>>;
};

const root = resolve(import.meta.dirname, "..", "..", "..");

/** A page of one file, so that the suite does not need a build. */
export function pageFolder(): string {
  const folder = join(scratchDir(), "renderer");
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Baton</title>");
  writeFileSync(join(folder, "assets", "app.js"), "export {};");
  return folder;
}

/** Starts the desktop host as its main module does, and ends it with the test. */
export async function startDesktop(run: DesktopRun = {}): Promise<RunningDesktop> {
  const dataDir = run.dataDir ?? scratchDir();
  const options = readHostOptions(["--no-open", "--port", "0", ...(run.args ?? [])]);
  if (!options.ok) throw new Error(options.error);
  const started = await startDesktopHost(options.value, {
    platform: run.platform ?? "darwin",
    env: run.env ?? {},
    dataDir,
    renderer: pageFolder(),
    preload: join(root, "dist", "desktop", "preload.cjs"),
    assets: join(root, "assets"),
    command: ["/opt/baton/baton"],
  });
  if (!started.ok) throw new Error(`the desktop host did not start: ${started.error.kind}`);
  const { url, token } = started.value.inbox;
  if (url === undefined) throw new Error("the inbox does not listen");

  const quit = async (): Promise<void> => {
    const exits = world.exits.length;
    app.quit();
    await eventually("the end of the process", () => world.exits.length > exits || undefined);
  };
  let ended = false;
  onTestFinished(async () => {
    if (!ended) await quit();
  });
  return {
    dataDir,
    inbox: { url, token },
    tray: () => one("tray", world.trays),
    console: () => one("window", world.windows),
    async quit() {
      ended = true;
      await quit();
    },
  };
}

function one<T>(what: string, things: readonly T[]): T {
  const [first] = things;
  if (first === undefined) throw new Error(`there is no ${what}`);
  return first;
}
