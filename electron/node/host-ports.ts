import { join, resolve } from "node:path";
import { ok, type Result } from "../../shared/result.ts";
import type { AppOptions, AppPorts } from "../core/app-types.ts";
import type { StoreFailure } from "../core/ports.ts";
import type { Providers } from "../core/provider.ts";
import { openCalendarFeeds } from "./calendar/calendar-feeds.ts";
import { systemChance } from "./chance.ts";
import type { DataFiles } from "./data-files.ts";
import { openDocuments } from "./documents.ts";
import type { HostOptions } from "./host-options.ts";
import { handoffFolder } from "./handoff/handoff-folder.ts";
import { createHttp } from "./http/http.ts";
import type { ProxyFor } from "./http/proxy.ts";
import { publicHolidays } from "./calendar/public-holidays.ts";
import { runbooksOnDisk } from "./runbook/runbooks.ts";
import { systemClock } from "./system-clock.ts";
import { withAddresses } from "./team/team-address.ts";
import { teamEdits } from "./team/team-edits.ts";
import { isAddress } from "./team/team-file.ts";
import { teamFilesOnDisk } from "./team/team-files.ts";

/* What both hosts put together alike, on plain Node. */

export type HostParts = Pick<AppPorts, "log" | "store"> & {
  /** The data directory. */
  readonly dir: string;
  /** The folder that holds `teams/`. */
  readonly assets: string;
  readonly providers: Providers;
  /** By which proxy the network is reached; the environment's, unless the host knows better. */
  readonly proxyFor?: ProxyFor;
};

/** The ports that are the same in every host; `http` is the host's to dispose of. */
export type HostPorts = Pick<
  AppPorts,
  | "clock"
  | "chance"
  | "store"
  | "documents"
  | "log"
  | "teamFiles"
  | "publicHolidays"
  | "calendarFeeds"
  | "runbooks"
  | "handoffs"
  | "teamEdits"
  | "providers"
> & {
  readonly http: ReturnType<typeof createHttp>;
};

/** Opens them; a failure where the settings cannot be read, for want of the right to. */
export function openHostPorts({
  dir,
  assets,
  log,
  store,
  providers,
  proxyFor,
}: HostParts): Result<HostPorts, StoreFailure> {
  const documents = openDocuments(dir, {
    now: () => systemClock.now(),
    onKeptAside: () => log("error", "the settings were not readable and are kept aside"),
  });
  if (!documents.ok) return documents;
  const http = createHttp(proxyFor);
  const sample = join(assets, "teams", "four-engineers", "team.yaml");
  return ok({
    clock: systemClock,
    chance: systemChance,
    http,
    store,
    documents: documents.value,
    log,
    calendarFeeds: openCalendarFeeds(dir, systemChance),
    handoffs: handoffFolder,
    teamFiles: withAddresses(teamFilesOnDisk(sample), http),
    publicHolidays,
    providers,
    runbooks: runbooksOnDisk({ http, clock: systemClock, documents: providers.documents.http }),
    teamEdits: teamEdits(http),
  });
}

/** What the command line, the data directory and the host itself say. */
export function appOptions(
  options: HostOptions,
  { recovered, storeFailure }: DataFiles,
  host: Pick<AppOptions, "host" | "version" | "trayAvailable">,
): AppOptions {
  return {
    ...host,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(options.team !== undefined && { teamFile: teamPlace(options.team) }),
    ...(options.me !== undefined && { me: options.me }),
    ...(recovered && { recovered }),
    ...(storeFailure !== undefined && { storeFailure }),
  };
}

/** A file of this folder by its whole path; an address as it is. */
const teamPlace = (given: string): string => (isAddress(given) ? given : resolve(given));
