import type { InboxItem } from "../../shared/incident/inbox-item.ts";
import type { IncidentsChange, Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { Contract } from "../../shared/rpc/contract.ts";
import type { Push, Reply } from "../../shared/rpc/define.ts";
import type { Result } from "../../shared/result.ts";
import type { Team } from "../../shared/team/team.ts";
import type { Chance, Clock, Documents, Http, Log, Notifier, Opener, Secrets, Store } from "./ports.ts";
import type { Cancel } from "./records.ts";
import type { SourceKind } from "./source.ts";

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
  readText(teamPath: string, path: string): Result<string, { readonly kind: "unreadable"; readonly code: string }>;
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
  readonly log: Log;
  readonly teamFiles: TeamFiles;
  readonly sourceKinds: readonly SourceKind[];
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
  readonly storeFailure?: string;
  readonly trayAvailable: boolean;
};

/** What the machine tells a host. */
export type LifecycleEvent = "suspended" | "resumed" | "locked" | "unlocked" | "shutting-down";

/** What a host shows or does because of a decision, beside the contract's pushes. */
export type AppPush = {
  readonly [K in keyof Contract["pushes"] & string]: { readonly push: K; readonly payload: Push<Contract, K> };
}[keyof Contract["pushes"] & string];

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
  tell(event: LifecycleEvent): void;
  /** Shows a view on every screen: a tray menu item or a click did. */
  navigate(view: "now" | "incidents" | "schedule" | "settings", incident?: string): void;
  /** Stops timers, polls and subscriptions, and closes the store. */
  close(): Promise<void>;
};
