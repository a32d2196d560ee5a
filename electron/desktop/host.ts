import { homedir } from "node:os";
import { join } from "node:path";
import { app, session } from "electron";
import { err, ok, type Result } from "../../shared/result.ts";
import { openApp } from "../core/app.ts";
import type { AppPorts } from "../core/app-types.ts";
import type { Log, Notifier, StoreFailure } from "../core/ports.ts";
import { buttonLabels } from "../core/words/notice-words.ts";
import { systemChance } from "../node/chance.ts";
import { prepareDataDir } from "../node/data-dir.ts";
import { openDataFiles } from "../node/data-files.ts";
import type { HostOptions } from "../node/host-options.ts";
import { appOptions, openHostPorts, type HostPorts } from "../node/host-ports.ts";
import { asksForCalendar, createCalendarEndpoint } from "../node/calendar/calendar-endpoint.ts";
import { createInboxEndpoint, type InboxEndpoint } from "../node/inbox/inbox-endpoint.ts";
import { fileLog } from "../node/log.ts";
import { openNoticeIds } from "../node/notice-ids.ts";
import { openNotifier, systemAdapters } from "../node/notifiers/chain.ts";
import type { DataDirFailure } from "../node/start-failure.ts";
import { systemClock } from "../node/system-clock.ts";
import { parseInbox } from "../providers/inbox/parse.ts";
import { createExpansion } from "../providers/ics/expansion.ts";
import { providers } from "../providers/registry.ts";
import { setAppMenu } from "./app-menu.ts";
import { serveApp } from "./app-protocol.ts";
import { runDesktop } from "./desktop.ts";
import { openInboxPlace } from "./inbox-place.ts";
import { openElectronNotifier } from "./notifier.ts";
import { shellOpener } from "./opener.ts";
import { openSafeSecrets } from "./secrets.ts";
import { desktopShowsTray } from "./tray-presence.ts";
import { systemProxy } from "./system-proxy.ts";
import { openTray } from "./tray.ts";
import { hardenAllContents, hardenSession } from "./window-rules.ts";
import { openWindows } from "./windows.ts";

/** What the host finds around itself. */
export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dataDir: string;
  /** The built page and the built preload. */
  readonly renderer: string;
  readonly preload: string;
  /** The folder that holds tray/ and teams/. */
  readonly assets: string;
  /** The program and what it needs to be Baton, for the start at login. */
  readonly command: readonly string[];
};

export type DesktopHost = {
  readonly inbox: { readonly url: string | undefined; readonly token: string };
  readonly log: Log;
};

/** Puts the desktop host together; Electron must be ready. Baton runs from then on until Electron quits. */
export async function startDesktopHost(
  options: HostOptions,
  around: Surroundings,
): Promise<Result<DesktopHost, DataDirFailure>> {
  const { platform, env, dataDir: dir, command } = around;
  const prepared = prepareDataDir(dir);
  if (!prepared.ok) return err({ kind: "data-dir", dir, failure: prepared.error });
  const log = fileLog({ path: join(dir, "baton.log"), now: () => systemClock.now() });
  const files = openDataFiles(dir, { host: "desktop", clock: systemClock, chance: systemChance, log });
  if (!files.ok) return err({ ...files.error, dir });

  setAppMenu(platform);
  hardenAllContents(log);
  const pages = session.fromPartition("baton");
  hardenSession(pages);
  serveApp(pages, around.renderer);

  const tray = openTray({ clock: systemClock, platform, icons: join(around.assets, "tray", "png"), log });
  const trayAvailable = tray !== undefined && (await desktopShowsTray(platform, env));
  const opened = await openPorts(around, { store: files.value.store, log });
  if (!opened.ok) {
    files.value.store.close();
    files.value.release();
    return err({ kind: "data-dir", dir, failure: opened.error });
  }
  const ports = opened.value;
  const core = openApp(
    ports,
    appOptions(options, files.value, { host: "desktop", version: app.getVersion(), trayAvailable }),
  );
  const { token, file: tokenFile } = files.value.inbox;
  const takeIncidents = createInboxEndpoint({
    token,
    parse: parseInbox,
    handle: (items) => core.receive(items),
    monotonic: () => systemClock.monotonic(),
    log,
  });
  const giveCalendar = createCalendarEndpoint(core);
  const endpoint: InboxEndpoint = async (request, response) =>
    asksForCalendar(request) ? giveCalendar(request, response) : takeIncidents(request, response);
  const inbox = await openInboxPlace({ core, endpoint, tokenFile, port: options.port, log });
  const windows = openWindows({
    preload: around.preload,
    session: pages,
    documents: ports.documents,
    clock: systemClock,
    log,
    hasTray: trayAvailable,
  });
  runDesktop({
    core,
    tray,
    windows,
    loginItem: { platform, env, home: homedir(), command },
    platform,
    log,
    async close() {
      await inbox.close();
      await core.close();
      ports.http.dispose();
      files.value.release();
    },
  });
  // Without a tray the window is all that there is of Baton; whoever reads the addresses wants no window at all.
  if (options.open || (!trayAvailable && !options.printUrl)) windows.openConsole();
  return ok({ inbox: { url: inbox.url(), token }, log });
}

async function openPorts(
  { platform, env, dataDir: dir, assets }: Surroundings,
  { log, store }: Pick<AppPorts, "log" | "store">,
): Promise<Result<AppPorts & Pick<HostPorts, "http">, StoreFailure>> {
  const ports = openHostPorts({
    dir,
    assets,
    log,
    store,
    providers,
    proxyFor: systemProxy(session.defaultSession, env),
  });
  if (!ports.ok) return ports;
  const [notifier, secrets] = await Promise.all([
    openDesktopNotifier({ platform, env, dataDir: dir, log }),
    openSafeSecrets(dir, { platform, now: () => systemClock.now(), log }),
  ]);
  return ok({
    ...ports.value,
    secrets,
    notifier,
    opener: shellOpener,
    expansion: createExpansion(),
  });
}

/** Electron's own notifications where they are safe to ask for, and behind them what a machine without Electron uses. */
async function openDesktopNotifier({
  platform,
  env,
  dataDir,
  log,
}: Pick<Surroundings, "platform" | "env" | "dataDir"> & { log: Log }): Promise<Notifier> {
  const labels = buttonLabels;
  const adapters = await systemAdapters({ platform, env, labels, log, noticeIds: openNoticeIds(dataDir, log) });
  if (platform !== "darwin" && platform !== "win32") return openNotifier({ adapters });
  return openNotifier({ adapters: [{ notifier: openElectronNotifier({ labels }), service: "system" }, ...adapters] });
}
