import type { JournalFailure } from "../../shared/state/journal-state.ts";
import type { InboxItem } from "../../shared/incident/inbox-item.ts";
import type { IncidentsChange } from "../../shared/incident/incident-shape.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { ViewName } from "../../shared/rpc/view-name.ts";
import type { Contract } from "../../shared/rpc/contract.ts";
import type { Push, Reply } from "../../shared/rpc/define.ts";
import type { PublicHolidays } from "../../shared/calendar/public-holidays.ts";
import type { Result } from "../../shared/result.ts";
import type { ScheduleId, Team } from "../../shared/team/team.ts";
import type { Expansion } from "./calendar.ts";
import type {
  CalendarFeeds,
  Chance,
  Clock,
  Documents,
  Handoffs,
  Http,
  Log,
  Notifier,
  Opener,
  Secrets,
  Store,
} from "./ports.ts";
import type { TeamFileEdit, TeamWriteFailure } from "../../shared/schedule/change-record.ts";
import type { Hunk } from "../../shared/schedule/change-shape.ts";
import type { Change } from "../../shared/schedule/change.ts";
import type { Cancel } from "./records.ts";
import type { Runbooks } from "./runbook/runbook-port.ts";
import type { Providers, TeamFolder } from "./provider.ts";

/** A team file as it was last read: good, or bad with one line per problem. */
export type TeamReading =
  | {
      readonly kind: "loaded";
      readonly team: Team;
      readonly path: string;
      readonly sample: boolean;
      readonly digest: string;
    }
  | { readonly kind: "refused"; readonly path: string; readonly problems: readonly string[] };

/** Reads and watches one team file at a time. */
export type TeamFiles = {
  /** Reads `path`, tells each reading to `listener` (the first one before it returns), and watches it until cancelled. */
  watch(path: string, listener: (reading: TeamReading) => void): Cancel;
  /** The path of the sample team that ships with Baton. */
  readonly samplePath: string;
  /** Reads a file that the team file names, relative to it. */
  readText(teamPath: string, path: string): ReturnType<TeamFolder["readText"]>;
  /** The same for a file of any bytes and of a size that the caller allows; never blocks. */
  readBytes(teamPath: string, path: string, limitBytes: number): ReturnType<TeamFolder["readBytes"]>;
};

/** A change as it would stand in a team file, not written yet. */
export type TeamDraft = {
  readonly name: string;
  readonly edit: TeamFileEdit;
  readonly hunks: readonly Hunk[];
  /** The same, to be applied by hand. */
  readonly patch: string;
  /** Only a file that may be written is written. */
  readonly place: "file" | "read-only" | "address";
};

export type TeamDraftFailure = {
  readonly kind: "unreadable" | "bad" | "no-schedule" | "alias" | "unsure";
  readonly code?: string;
};

/** Changes team files, and nothing in them but what is asked. */
export type TeamEdits = {
  draft(
    path: string,
    wanted: { readonly schedule: ScheduleId; readonly change: Change },
  ): Promise<Result<TeamDraft, TeamDraftFailure>>;
  /** Writes all of the change or nothing, and only over the file that was drafted from. */
  write(edit: TeamFileEdit, step: "apply" | "undo"): Result<void, TeamWriteFailure>;
};

/** What a host knows of its inbox listener; `failure` where it could not listen. */
export type InboxPlace = {
  readonly url: string;
  readonly port: number;
  readonly wantedPort?: number;
  readonly tokenFile: string;
  readonly failure?: string;
};

export type AppPorts = {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly http: Http;
  readonly store: Store;
  readonly documents: Documents;
  readonly secrets: Secrets;
  readonly notifier: Notifier;
  readonly opener: Opener;
  readonly handoffs: Handoffs;
  readonly log: Log;
  readonly teamFiles: TeamFiles;
  readonly runbooks: Runbooks;
  readonly teamEdits: TeamEdits;
  readonly providers: Providers;
  readonly expansion: Expansion;
  readonly publicHolidays: PublicHolidays;
  readonly calendarFeeds: CalendarFeeds;
};

export type AppOptions = {
  readonly host: "desktop" | "browser";
  readonly version: string;
  /** From the command line: over what the settings say. */
  readonly teamFile?: string;
  readonly me?: string;
  /** The person's own zone, IANA. */
  readonly zone: string;
  /** Where a corrupt database was kept aside at start. */
  readonly recovered?: { readonly keptAside: string };
  /** Set where the store could not be opened and memory stands in for it. */
  readonly storeFailure?: JournalFailure;
  readonly trayAvailable: boolean;
};

/** What the machine tells a host. */
export type LifecycleEvent = "suspended" | "resumed" | "locked" | "unlocked" | "shutting-down";

/** What a host shows or does because of a decision, beside the contract's pushes. */
export type AppPush = {
  readonly [K in keyof Contract["pushes"] & string]: { readonly push: K; readonly payload: Push<Contract, K> };
}[keyof Contract["pushes"] & string];

/** What lies under the link of a calendar. */
export type CalendarAnswer =
  { readonly kind: "calendar"; readonly text: string } | { readonly kind: "unknown" } | { readonly kind: "no-team" };

/** The running Baton, whatever the host. */
export type App = {
  /** Answers one command of the contract; never throws. */
  request(command: string, input: unknown): Promise<Reply>;
  snapshot(): Snapshot;
  /** The whole incident list in parts, for a screen that has just connected; send them in order, before later pushes. */
  incidents(): readonly IncidentsChange[];
  subscribe(listener: (push: AppPush) => void): Cancel;
  /** Takes items of the inbox; `stored` is false where they page from memory only. */
  receive(items: readonly InboxItem[]): { readonly ids: readonly string[]; readonly stored: boolean };
  setInbox(place: InboxPlace): void;
  /** The calendar of a link's token. */
  calendar(token: string): CalendarAnswer;
  tell(event: LifecycleEvent): void;
  /** Shows a view on every screen: a tray menu item or a click did. */
  navigate(view: ViewName, incident?: string): void;
  /** Stops timers, polls and subscriptions, and closes the store. */
  close(): Promise<void>;
};
