import { join } from "node:path";
import { err, ok, type Result } from "../../shared/result.ts";
import type { JournalFailure } from "../../shared/state/journal-state.ts";
import type { Chance, Clock, Log, Store } from "../core/ports.ts";
import { openInboxToken, type InboxToken } from "./inbox/inbox-token.ts";
import { takeDataDir, type Run } from "./single-run.ts";
import { openStore, storeFileName, unavailableStore } from "./store/store.ts";

/** What either host keeps in its data directory beside documents and secrets, held until it is released. */
export type DataFiles = {
  readonly store: Store;
  /** Where a corrupt database was kept aside. */
  readonly recovered?: { readonly keptAside: string };
  /** Why there is no database to write to: every commit is refused, and Baton goes on from memory. */
  readonly storeFailure?: JournalFailure;
  readonly inbox: InboxToken;
  /** Lets another Baton have the directory; the store is closed by whoever uses it. */
  readonly release: () => void;
};

export type DataFilesOptions = {
  readonly host: Run["host"];
  readonly clock: Pick<Clock, "now">;
  readonly chance: Pick<Chance, "token">;
  readonly log: Log;
};

/**
 * Takes a directory that exists. Only another Baton in it is a refusal: where the disk does not serve, alerting goes on from
 * memory, and says so.
 */
export function openDataFiles(
  dir: string,
  { host, clock, chance, log }: DataFilesOptions,
): Result<DataFiles, { readonly kind: "running"; readonly holder?: Run }> {
  const taken = takeDataDir(dir, { pid: process.pid, host, startedAt: clock.now() });
  if (!taken.ok && taken.error.kind === "running") return err(taken.error);
  if (!taken.ok) log("warning", "the data directory could not be locked", { reason: taken.error.kind });
  const inbox = openInboxToken(dir, chance);
  if (!inbox.ok) log("warning", "the inbox token could not be kept", { reason: inbox.error.kind });
  return ok({
    ...openStoreOrNone(join(dir, storeFileName), clock, log),
    inbox: inbox.ok ? inbox.value : { token: chance.token(32), file: join(dir, "inbox-token") },
    release: () => {
      if (taken.ok) taken.value.release();
    },
  });
}

function openStoreOrNone(
  path: string,
  clock: Pick<Clock, "now">,
  log: Log,
): Pick<DataFiles, "store" | "recovered" | "storeFailure"> {
  const opened = openStore(path, { now: () => clock.now() });
  if (opened.ok) return opened.value;
  log("error", "the database could not be opened", { reason: opened.error.kind });
  return { store: unavailableStore(opened.error), storeFailure: opened.error.kind };
}
