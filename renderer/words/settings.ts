import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { unreadWords } from "../../shared/kept/kept-words.ts";
import type { JournalFailure } from "../../shared/state/journal-state.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { length, moment } from "../../shared/time/phrase.ts";
import { silenceWords } from "./delivery.ts";
import { journalReasons } from "./shell.ts";
import { myZone } from "./zone.ts";

/** Minutes before a shift begins or ends. */
export const leadChoices: readonly number[] = [15, 30, 60, 120, 0];

export function leadWords(minutes: number): string {
  if (minutes === 0) return "only when they begin";
  return `${length(minutes * 60_000)} before they begin and end`;
}

export const settingsWords = {
  you: "You",
  youAre: "I am",
  nobodyChosen: "Choose a person",
  noPeople: "The team file names nobody.",
  team: "Team file",
  teamSample: "The sample team, from the box.",
  teamNone: "None is loaded.",
  problems: "Problems in the file",
  sources: "Sources",
  noSources: "The team file declares no source.",
  secretMissing: (name: string): string => `Secret ${name} is not set`,
  peer: { ok: "answers", failed: silenceWords },
  notifications: "Notifications",
  notifier: (adapter: string, server: string | undefined): string =>
    server === undefined ? adapter : `${adapter}, ${server}`,
  notifierWorks: "Working",
  notifierFails: "Not working",
  buttons: "With buttons: acknowledge and snooze on the notification itself.",
  noButtons: "This system shows no buttons on notifications.",
  testNotification: "Send a test notification",
  sound: "Sound an alarm",
  soundBody: "For critical incidents, and where no notification can be shown.",
  testSound: "Play it",
  notifyAll: "Page me for everything",
  notifyAllBody: "Incidents that are not mine as well, on shift or off.",
  shiftLead: "Tell me of my shifts",
  shiftCheck: "Check the pager as my shift begins",
  shiftCheckBody: "A drill, when a primary shift of yours begins. It waits 15 min for your answer.",
  quiet: "Quiet",
  quietOn: (until: Instant, now: Instant): string =>
    `Quiet until ${moment(until, now, myZone())}. Critical incidents still sound.`,
  quietHours: (until: Instant, now: Instant): string =>
    `The team's quiet hours last until ${moment(until, now, myZone())}. Critical incidents still sound.`,
  quietOff: "Hold what may wait. Critical incidents still sound.",
  quietStart: "Quiet for 1 h",
  quietEnd: "End quiet",
  pagerCheck: "Pager check",
  secrets: "Secrets",
  noSecrets: "The team file names no secret.",
  secretUsedBy: (by: string): string => `used by ${by}`,
  secretPresent: "Set",
  secretAbsent: "Not set",
  secretChange: (present: boolean): string => (present ? "Replace" : "Set it"),
  secretRemove: "Remove",
  secretValue: (name: string): string => `Value of ${name}`,
  secretKeep: "Keep",
  secretKeeping: {
    keyring: "Kept in this system's keyring.",
    file: "Kept in a file that only you can read.",
    memory:
      "This system has no keyring that Baton can trust. Secrets are kept in memory and asked for again after a restart.",
  },
  inbox: "Inbox",
  inboxNone: "The inbox is not listening.",
  inboxPort: "Port",
  inboxSave: "Save",
  inboxOtherPort: (wanted: number, got: number): string =>
    `Port ${wanted} was taken, so it listens on ${got} until Baton starts again.`,
  inboxToken: (file: string): string => `Its token is in ${file}`,
  startAtLogin: "Start at login",
  startAtLoginBody: "Baton is there when you are.",
  globalAcknowledge: "Acknowledge from anywhere",
  globalAcknowledgeBody: "Ctrl or Cmd + Shift + A acknowledges in every program.",
  system: "This computer",
  data: "Data",
  journal: {
    ok: "Everything told to you and done by you is in the journal.",
    memory: (reason: JournalFailure): string =>
      `The journal cannot be written: ${journalReasons[reason]}. Kept in memory until Baton ends.`,
    recovered: (keptAside: string): string => `A damaged journal was kept aside at ${keptAside}, and a new one begun.`,
  },
  keptAside: ({ now, before }: Snapshot["keptAside"]): string =>
    `Records that could not be read lie aside in the database: ${[now, before].map(unreadWords).filter(Boolean).join(", ")}`,
  outbox: "Sent to sources, and not yet done",
  dismiss: "Dismiss",
  about: "About",
  version: (version: string, host: Snapshot["host"]): string =>
    `Baton ${version}, ${host === "desktop" ? "desktop" : "in the browser"}`,
  shortcuts: "All keys",
} as const;
