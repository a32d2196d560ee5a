import { openApp } from "../../electron/core/app.ts";
import type { App, AppOptions, AppPorts, TeamReading } from "../../electron/core/app-types.ts";
import type { SourceProvider } from "../../electron/core/provider.ts";
import type { PollResult, SourceConnection } from "../../electron/core/source.ts";
import { providers } from "../../electron/providers/registry.ts";
import type { SourceAction } from "../../shared/incident/outbox.ts";
import { err, ok } from "../../shared/result.ts";
import type { Team } from "../../shared/team/team.ts";
import { manualClock, type ManualClock } from "./manual-clock.ts";
import { memoryCalendarFeeds } from "./memory-calendar-feeds.ts";
import { memoryDocuments } from "./memory-documents.ts";
import { memoryHandoffs } from "./memory-handoffs.ts";
import { memoryNotifier, type MemoryNotifier } from "./memory-notifier.ts";
import { memoryRunbooks } from "./memory-runbooks.ts";
import { memorySecrets } from "./memory-secrets.ts";
import { memoryStore, type MemoryStore } from "./memory-store.ts";
import type { MemoryTeamFile } from "./memory-team-file.ts";
import { noCalendars } from "./no-calendars.ts";
import { answer, noon } from "./scenario.ts";
import { team as builtTeam } from "./team-builder.ts";

/** A source that answers what a test says, and keeps what it is asked to do. */
export type ScriptedSource = {
  reply: PollResult;
  actionReply: Awaited<ReturnType<NonNullable<SourceConnection["actions"]["acknowledge"]>>>;
  readonly actions: SourceAction[];
  polls: number;
};

/** The real app over ports that live in memory: store, notifier, clock and source can be looked at and made to fail. */
export type AppUnderTest = {
  readonly app: App;
  readonly clock: ManualClock;
  readonly store: MemoryStore;
  readonly notifier: MemoryNotifier;
  readonly source: ScriptedSource;
  readonly handoffs: AppPorts["handoffs"];
  /** The team file changes. */
  edit(reading: TeamReading): void;
  /** Lets what is under way settle. */
  settle(): Promise<void>;
};

export type AppParts = {
  readonly team?: Team;
  readonly store?: MemoryStore;
  readonly clock?: ManualClock;
  readonly documents?: AppPorts["documents"];
  readonly notifier?: MemoryNotifier;
  readonly calendarFeeds?: AppPorts["calendarFeeds"];
  readonly runbooks?: AppPorts["runbooks"];
  readonly handoffs?: AppPorts["handoffs"];
  readonly roll?: number;
  readonly first?: TeamReading;
  /** What the source answers from the start; an empty list otherwise. */
  readonly reply?: PollResult;
  /** Alice otherwise; null where nobody has said who they are. */
  readonly me?: string | null;
  readonly options?: Partial<AppOptions>;
  readonly calendars?: Partial<typeof noCalendars>;
  /** In place of the scripted one. */
  readonly providers?: AppPorts["providers"];
  readonly teamEdits?: AppPorts["teamEdits"];
  readonly secrets?: AppPorts["secrets"];
  /** In place of one that says `first` and cannot be changed. */
  readonly teamFile?: MemoryTeamFile;
};

/** Team files that cannot be changed. */
export const noTeamEdits: AppPorts["teamEdits"] = {
  draft: () => Promise.resolve(err({ kind: "unreadable", code: "ENOENT" })),
  write: () => err({ kind: "unreadable", code: "ENOENT" }),
};

export const loadedReading = (team: Team, path = "/teams/team.yaml"): TeamReading => ({
  kind: "loaded",
  team,
  path,
  sample: false,
  digest: team.id,
});

export function openTestApp(parts: AppParts = {}): AppUnderTest {
  const clock = parts.clock ?? manualClock(noon);
  const store = parts.store ?? memoryStore();
  const handoffs = parts.handoffs ?? memoryHandoffs();
  const notifier = parts.notifier ?? memoryNotifier();
  const source: ScriptedSource = {
    reply: parts.reply ?? ok(answer([])),
    actionReply: ok({ kind: "done", handle: "s1" }),
    actions: [],
    polls: 0,
  };
  let tell: (reading: TeamReading) => void = () => undefined;
  const ports: AppPorts = {
    clock,
    store,
    notifier,
    handoffs,
    chance: { roll: () => parts.roll ?? 0.5, token: () => "token" },
    http: { request: () => Promise.resolve(err({ kind: "unreachable", code: "TEST" })) },
    documents: parts.documents ?? memoryDocuments(),
    secrets: parts.secrets ?? memorySecrets(),
    opener: { open: () => Promise.resolve(ok(undefined)), openFile: () => Promise.resolve(ok(undefined)) },
    runbooks: parts.runbooks ?? memoryRunbooks(),
    log: () => undefined,
    providers: parts.providers ?? { ...providers, sources: { ...providers.sources, alertmanager: scripted(source) } },
    ...noCalendars,
    ...parts.calendars,
    calendarFeeds: parts.calendarFeeds ?? memoryCalendarFeeds(),
    teamEdits: parts.teamEdits ?? parts.teamFile?.edits ?? noTeamEdits,
    teamFiles: parts.teamFile?.files ?? {
      samplePath: "/sample/team.yaml",
      readText: () => err({ kind: "unreadable", code: "ENOENT" }),
      readBytes: () => Promise.resolve(err({ kind: "unreadable", code: "ENOENT" })),
      watch(path, listener) {
        tell = listener;
        listener(parts.first ?? loadedReading(parts.team ?? builtTeam(), path));
        return () => undefined;
      },
    },
  };
  const app = openApp(ports, {
    host: "browser",
    version: "0.0.0",
    zone: "UTC",
    ...(parts.me !== null && { me: parts.me ?? "alice" }),
    trayAvailable: false,
    ...parts.options,
  });
  return { app, clock, store, notifier, source, handoffs, edit: (reading) => tell(reading), settle };
}

const scripted = (source: ScriptedSource): SourceProvider<"alertmanager"> => ({
  connect: () => ({
    poll: () => {
      source.polls += 1;
      return Promise.resolve(source.reply);
    },
    actions: { acknowledge: (action) => answered(source, action), unacknowledge: (action) => answered(source, action) },
  }),
});

function answered(source: ScriptedSource, action: SourceAction): Promise<ScriptedSource["actionReply"]> {
  source.actions.push(action);
  return Promise.resolve(source.actionReply);
}

/** Promises of ports are resolved at once, so a few turns of the queue are all there is to wait for. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
