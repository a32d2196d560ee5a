import type { Drill } from "../paging/drill.ts";
import type { JournalState } from "./journal-state.ts";
import type { PeerAnswer, SourceFailure } from "../incident/answer.ts";
import type { Incident, IncidentId } from "../incident/incident.ts";
import type { Sightings } from "../incident/alert.ts";
import type { OutboxEntry, OutboxId, SourceAction } from "../incident/outbox.ts";
import type { SourceHealth } from "../source/source-health.ts";
import type { NotifierStatus } from "../paging/notice.ts";
import type { Telling } from "../paging/telling.ts";
import type { CalendarId, Holiday, PersonId, ScheduleId, SourceId, Team } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import type { KeptAnnouncement } from "../paging/kept-announcement.ts";
import type { Entry } from "./effect.ts";
import type { ShiftsTold } from "../schedule/shift-told.ts";
import type { CalendarState } from "../calendar/calendar-state.ts";
import type { Task, TaskId } from "../runbook/task.ts";
import { type IncidentTicks, type KnownRunbooks, noRunbooks } from "../runbook/runbook-state.ts";
import { type HandoffState, noHandoffs } from "../handoff/handoff-state.ts";
import { noScheduleChanges, type ScheduleChanges } from "../schedule/change-record.ts";
import type { KeptAside } from "./restored.ts";
import { defaultSettings, type Settings } from "./settings.ts";

export type SourceState = SourceHealth & {
  /** Since when it is watched, by this run of Baton. */
  readonly watchedSince: Instant;
  /** The question under way. */
  readonly askedAt?: Instant;
  readonly nextPollAt?: Instant;
  readonly failure?: SourceFailure;
  readonly failures: number;
  readonly peers: readonly PeerAnswer[];
  readonly unparsed: number;
  readonly heartbeatMissing: boolean;
  readonly sightings: Sightings;
  /** It has answered, or failed, at least once in this run. */
  readonly asked: boolean;
};

/** A source that nobody has asked yet. */
export const newSource = (id: SourceId, now: Instant): SourceState => ({
  id,
  watchedSince: now,
  failures: 0,
  peers: [],
  unparsed: 0,
  heartbeatMissing: false,
  sightings: new Map(),
  asked: false,
  toldFreshness: "fresh",
});

/** A team as the shell has read it. */
export type ReadTeam = {
  readonly team: Team;
  readonly path: string;
  readonly sample: boolean;
  /** SHA-256 of the file, in hex; absent where what is loaded is no file. */
  readonly digest?: string;
  /** What each watched source can be asked to do. */
  readonly capabilities: Readonly<Record<SourceId, readonly SourceAction["kind"][]>>;
  /** Of each schedule that names regions. */
  readonly publicHolidays?: Readonly<Record<ScheduleId, readonly Holiday[]>>;
};

/** A team in use: `team` is the one in force, with what its calendars and regions say, another object whenever that changes. */
export type LoadedTeam = ReadTeam & { readonly declared: Team };

/** Why due notices are gathered into one summary for a moment. */
export type Gathering = { readonly why: "missed" | "digest"; readonly until: Instant };

export type AppState = {
  readonly loaded?: LoadedTeam;
  readonly teamProblems: readonly string[];
  /** From the command line; over the settings. */
  readonly givenMe?: PersonId;
  readonly settings: Settings;
  readonly incidents: ReadonlyMap<IncidentId, Incident>;
  readonly sources: ReadonlyMap<SourceId, SourceState>;
  /** Of the team that is loaded; before that, as the last run kept them. */
  readonly calendars: ReadonlyMap<CalendarId, CalendarState>;
  readonly outbox: ReadonlyMap<OutboxId, OutboxEntry>;
  readonly tellings: ReadonlyMap<IncidentId, Telling>;
  /** Deadlines whose risk was told: `<incident> respond|resolve`. */
  readonly toldRisks: ReadonlySet<string>;
  readonly shiftsTold?: ShiftsTold;
  readonly announcements: ReadonlyMap<string, KeptAnnouncement>;
  readonly handoffs: HandoffState;
  readonly scheduleChanges: ScheduleChanges;
  /** When notifications were raised within the last seconds, for storms. */
  readonly recentNotices: readonly Instant[];
  readonly gathering?: Gathering;
  readonly quietUntil?: Instant;
  /** Quiet was in force at the last decision. */
  readonly wasQuiet: boolean;
  readonly runbooks: KnownRunbooks;
  readonly ticks: ReadonlyMap<IncidentId, IncidentTicks>;
  /** What is left to be done, until it is. */
  readonly tasks: ReadonlyMap<TaskId, Task>;
  /** The newest lines of the on-call log, oldest first. */
  readonly recentLog: readonly Entry[];
  readonly notifier: NotifierStatus;
  readonly journal: JournalState;
  readonly keptAside: KeptAside;
  readonly drill?: Drill;
  /** Since when nothing has been open. */
  readonly quietSince?: Instant;
};

/** The state before anything was heard. */
export const emptyState = (notifier: NotifierStatus): AppState => ({
  teamProblems: [],
  settings: defaultSettings,
  incidents: new Map(),
  sources: new Map(),
  calendars: new Map(),
  outbox: new Map(),
  tellings: new Map(),
  toldRisks: new Set(),
  announcements: new Map(),
  handoffs: noHandoffs,
  scheduleChanges: noScheduleChanges,
  recentNotices: [],
  wasQuiet: false,
  runbooks: noRunbooks,
  ticks: new Map(),
  tasks: new Map(),
  recentLog: [],
  notifier,
  journal: { kind: "ok" },
  keptAside: { now: {}, before: {} },
});

/** Who I am to the loaded team: from the command line, else the settings; undefined where the team knows no such person. */
export function whoAmI(state: AppState): PersonId | undefined {
  const wanted = state.givenMe ?? state.settings.me;
  return state.loaded?.team.people.some(({ id }) => id === wanted) ? wanted : undefined;
}
