import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { app, dialog } from "electron";
import { usualDataDir } from "../node/data-dir.ts";
import { hostUsage, readHostOptions, type HostOptions } from "../node/host-options.ts";
import { appUrl } from "./app-origin.ts";
import { declareAppScheme } from "./app-protocol.ts";
import { startDesktopHost, type DesktopHost, type Surroundings } from "./host.ts";
import { ownArguments } from "./own-arguments.ts";
import { dataDirWords } from "../node/start-failure.ts";

export type Launch = {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The folder that holds `assets/` and `dist/`. */
  readonly root: string;
  /** One line to standard output. */
  readonly print: (words: string) => void;
  /** One line to standard error. */
  readonly complain: (words: string) => void;
};

/**
 * Runs the desktop host from a command line: exit code 0 after help or where another Baton has this data, 1 where it cannot
 * start, 2 for a wrong command line. Electron waits with being ready until its main module has run, so nothing is awaited here.
 */
export function launch(how: Launch): void {
  const options = readHostOptions(ownArguments(how.argv, app.isPackaged ? "packaged" : "development"));
  if (!options.ok) {
    how.complain(`${options.error}\n\n${hostUsage}`);
    app.exit(2);
  } else if (options.value.help) {
    how.print(hostUsage);
    app.exit(0);
  } else {
    begin(options.value, how);
  }
}

function begin(options: HostOptions, how: Launch): void {
  const around = surroundings(options, how);
  // Each data directory is a Baton of its own, with a lock of its own.
  app.setPath("userData", join(around.dataDir, "electron"));
  // Windows shows notifications of an installed app only under the id that it was installed with.
  app.setAppUserModelId("app.baton.desktop");
  app.enableSandbox();
  declareAppScheme();
  // The other one hears of this start and shows its window.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => app.quit());
  app
    .whenReady()
    .then(() => run(options, around, how))
    .catch((fault: unknown) => {
      fail(fault instanceof Error ? fault.message : "Baton could not start.", how);
    });
}

function surroundings(options: HostOptions, { env, platform, root }: Launch): Surroundings {
  return {
    platform,
    env,
    dataDir: resolve(options.data ?? usualDataDir({ platform, env, home: homedir() })),
    renderer: join(root, "dist", "renderer"),
    preload: join(root, "dist", "desktop", "preload.cjs"),
    assets: join(root, "assets"),
    // An AppImage runs from a mount that is gone after the session.
    command: app.isPackaged ? [env["APPIMAGE"] ?? process.execPath] : [process.execPath, root],
  };
}

async function run(options: HostOptions, around: Surroundings, how: Launch): Promise<void> {
  const started = await startDesktopHost(options, around);
  if (!started.ok) {
    fail(dataDirWords(started.error), how);
    return;
  }
  surviveFaults(started.value);
  const { url, token } = started.value.inbox;
  const inbox = url === undefined ? undefined : { url, token };
  if (options.printUrl) how.print(JSON.stringify({ url: appUrl, inbox }));
}

function fail(words: string, { complain }: Launch): void {
  complain(words);
  dialog.showErrorBox("Baton could not start", words);
  app.exit(1);
}

/** A fault in one corner must not end the host: whoever is on call relies on the others. */
function surviveFaults({ log }: DesktopHost): void {
  const note = (fault: unknown): void => {
    log("error", "a fault", { fault: fault instanceof Error ? (fault.stack ?? fault.message) : typeof fault });
  };
  process.on("uncaughtException", note);
  process.on("unhandledRejection", note);
}
