import { contract, type Contract } from "../../shared/rpc/contract.ts";
import { serve, type Handlers } from "../../shared/rpc/define.ts";
import type { IncidentsChange } from "../../shared/incident/incident-shape.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { instant } from "../../shared/time/instant.ts";
import { defaultSettings } from "../../shared/state/settings.ts";
import type { App, AppPush, InboxPlace, LifecycleEvent } from "../../electron/core/app-types.ts";

/** An app that answers what a test says, for tests of what lies between an app and a screen. */
export type ScriptedApp = App & {
  /** Tells every subscriber. */
  push(push: AppPush): void;
  subscribers(): number;
  readonly faults: { readonly command: string; readonly fault: unknown }[];
  readonly told: LifecycleEvent[];
  readonly places: InboxPlace[];
};

export type Script = {
  readonly handlers?: Partial<Handlers<Contract>>;
  readonly snapshot?: () => Snapshot;
  readonly incidents?: () => readonly IncidentsChange[];
};

export function scriptedApp({ handlers, snapshot = emptySnapshot, incidents = noIncidents }: Script = {}): ScriptedApp {
  const listeners = new Set<(push: AppPush) => void>();
  const faults: ScriptedApp["faults"] = [];
  const told: LifecycleEvent[] = [];
  const places: InboxPlace[] = [];
  const answer = serve(contract, { ...unscripted(), hello: snapshot, ...handlers }, (command, fault) => {
    faults.push({ command, fault });
  });
  return {
    request: answer,
    snapshot,
    incidents,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    receive: () => ({ ids: [], stored: true }),
    setInbox: (place) => void places.push(place),
    calendar: () => ({ kind: "unknown" }),
    tell: (event) => void told.push(event),
    navigate: () => undefined,
    close: async () => undefined,
    push: (push) => {
      for (const listener of listeners) listener(push);
    },
    subscribers: () => listeners.size,
    faults,
    told,
    places,
  };
}

const noIncidents = (): readonly IncidentsChange[] => [{ reset: true, complete: true, rows: [], removed: [] }];

/** What a host without a team and without sources shows. */
export const emptySnapshot = (): Snapshot => ({
  version: "0.0.0",
  host: "browser",
  now: instant(0),
  zone: "UTC",
  teamProblems: [],
  settings: defaultSettings,
  shift: { standing: "unknown", onCallNow: [] },
  handoff: { state: "idle", heldOver: false, incoming: [], history: [], folder: { kind: "unknown" }, unsent: [] },
  tray: { state: "blind", count: 0, open: 0 },
  counts: { triggered: 0, acknowledged: 0, snoozed: 0, suppressed: 0, mine: 0, resolved: 0 },
  sources: [],
  calendars: [],
  notifier: { adapter: "none", health: { kind: "failing", reason: "unsupported" }, buttons: false },
  journal: { kind: "ok" },
  keptAside: { now: {}, before: {} },
  runbooks: { revision: 0, known: false, count: 0, due: 0, drafts: 0, tasks: [] },
  outbox: [],
  announcements: [],
  secrets: [],
  secretKeeping: "file",
  trayAvailable: false,
});

const unscripted = (): Handlers<Contract> => {
  const refuse = (): never => {
    throw new Error("the test has no script for this command");
  };
  return Object.fromEntries(Object.keys(contract.commands).map((command) => [command, refuse])) as never;
};
