import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { err, ok, type Result } from "../../shared/result.ts";
import type { App, AppOptions, AppPorts } from "../core/app-types.ts";
import { systemChance } from "../node/chance.ts";
import { prepareDataDir, usualDataDir } from "../node/data-dir.ts";
import { openDataFiles } from "../node/data-files.ts";
import type { HostOptions } from "../node/host-options.ts";
import { fileLog } from "../node/log.ts";
import { appOptions } from "../node/host-ports.ts";
import type { DataDirFailure } from "../node/start-failure.ts";
import { systemClock } from "../node/system-clock.ts";
import { version } from "../node/version.ts";
import { readPages } from "../node/pages.ts";
import { openPorts } from "./ports.ts";
import { openReception } from "./reception.ts";
import type { ListenFailure } from "./server.ts";

/** What a host that has begun to answer can be reached by. */
export type BrowserHost = {
  /** The page, with the token of this run in its fragment: whoever has it, has Baton. */
  readonly url: string;
  readonly inbox: { readonly url: string; readonly token: string; readonly tokenFile: string };
  readonly dataDir: string;
  readonly log: AppPorts["log"];
  close(): Promise<void>;
};

export type StartFailure =
  | DataDirFailure
  | { readonly kind: "not-built" }
  | { readonly kind: "listen"; readonly port: number; readonly failure: ListenFailure };

export type Surroundings = {
  /** The folder that holds `assets/` and `dist/`. */
  readonly root: string;
  readonly openApp: (ports: AppPorts, options: AppOptions) => App | Promise<App>;
};

/** Puts the browser host together; it listens when this resolves. */
export async function startBrowserHost(
  options: HostOptions,
  { root, openApp }: Surroundings,
): Promise<Result<BrowserHost, StartFailure>> {
  const pages = readPages(join(root, "dist", "renderer"));
  if (!pages.ok) return pages;
  const { platform, env } = process;
  const dir = resolve(options.data ?? usualDataDir({ platform, env, home: homedir() }));
  const prepared = prepareDataDir(dir);
  if (!prepared.ok) return err({ kind: "data-dir", dir, failure: prepared.error });
  const log = fileLog({ path: join(dir, "baton.log"), now: () => systemClock.now() });
  const files = openDataFiles(dir, { host: "browser", clock: systemClock, chance: systemChance, log });
  if (!files.ok) return err({ ...files.error, dir });
  const { store, inbox, release } = files.value;
  const ports = await openPorts({ dir, assets: join(root, "assets"), log, store });
  if (!ports.ok) {
    store.close();
    release();
    return err({ kind: "data-dir", dir, failure: ports.error });
  }

  const app = await openApp(
    ports.value,
    appOptions(options, files.value, { host: "browser", version, trayAvailable: false }),
  );
  const closeApp = async (): Promise<void> => {
    await app.close();
    ports.value.http.dispose();
    release();
  };
  const port = options.port ?? 0;
  const reception = await openReception(port, { ...ports.value, app, pages: pages.value, inbox });
  if (!reception.ok) {
    await closeApp();
    return err({ kind: "listen", port, failure: reception.error });
  }
  return ok({
    url: reception.value.url,
    inbox: { url: reception.value.inboxUrl, token: inbox.token, tokenFile: inbox.file },
    dataDir: dir,
    log,
    async close() {
      app.tell("shutting-down");
      await reception.value.close();
      await closeApp();
    },
  });
}
