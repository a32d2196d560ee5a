import { openCalendarFeeds } from "../../electron/node/calendar/calendar-feeds.ts";
import { noCalendars } from "../support/no-calendars.ts";
import { setImmediate as turn } from "node:timers/promises";
import { openApp } from "../../electron/core/app.ts";
import type { AppPorts } from "../../electron/core/app-types.ts";
import type { Http } from "../../electron/core/ports.ts";
import { providers } from "../../electron/providers/registry.ts";
import { err, ok } from "../../shared/result.ts";
import { second } from "../../shared/time/duration.ts";
import { noTeamEdits } from "../support/app-under-test.ts";
import { manualClock } from "../support/manual-clock.ts";
import { memoryDocuments } from "../support/memory-documents.ts";
import { memoryHandoffs } from "../support/memory-handoffs.ts";
import { memoryNotifier } from "../support/memory-notifier.ts";
import { memoryRunbooks } from "../support/memory-runbooks.ts";
import { memorySecrets } from "../support/memory-secrets.ts";
import { memoryStore } from "../support/memory-store.ts";
import { noon } from "../support/scenario.ts";
import { goodTeam } from "../support/team-text.ts";
import { benchTeam } from "./bench-team.ts";

/** The real core and the real Alertmanager source over an Http port, everything else in memory, with one screen that listens. */
export type PolledApp = {
  /** One poll interval passes: the source is asked, and everything that follows from its answer is done. */
  poll(): Promise<void>;
  /** Open incidents, as the screen was last told. */
  open(): number;
  close(): Promise<void>;
};

export function openPolledApp(http: Http, url: string): PolledApp {
  const clock = manualClock(noon);
  const { team } = goodTeam(benchTeam({ url, poll: "10s" }));
  let open = 0;
  let answered: () => void = () => undefined;
  const ports: AppPorts = {
    clock,
    http,
    store: memoryStore(),
    notifier: memoryNotifier(),
    handoffs: memoryHandoffs(),
    chance: { roll: () => 0.5, token: () => "token" },
    documents: memoryDocuments(),
    secrets: memorySecrets(),
    opener: { open: () => Promise.resolve(ok(undefined)), openFile: () => Promise.resolve(ok(undefined)) },
    runbooks: memoryRunbooks(),
    log: () => undefined,
    providers,
    ...noCalendars,
    calendarFeeds: openCalendarFeeds("/nowhere", { token: () => "token" }),
    teamEdits: noTeamEdits,
    teamFiles: {
      samplePath: "team.yaml",
      readText: () => err({ kind: "unreadable", code: "ENOENT" }),
      readBytes: () => Promise.resolve(err({ kind: "unreadable", code: "ENOENT" })),
      watch(path, listener) {
        listener({ kind: "loaded", team, path, sample: false, digest: "" });
        return () => undefined;
      },
    },
  };
  const app = openApp(ports, { host: "browser", version: "0.0.0", zone: "UTC", me: "alice", trayAvailable: false });
  app.subscribe(({ push, payload }) => {
    if (push !== "snapshot") return;
    const [source] = payload.sources;
    open = source?.open ?? 0;
    if (source?.polling === false) answered();
  });
  return {
    async poll() {
      const done = new Promise<void>((resolve) => (answered = resolve));
      clock.advance(10 * second);
      await done;
      // The rows follow the snapshot in the same turn.
      await turn();
    },
    open: () => open,
    close: () => app.close(),
  };
}
