import type * as v from "valibot";
import { calendarCommands } from "../calendar/calendar-commands.ts";
import { handoffCommands } from "../handoff/handoff-commands.ts";
import { incidentCommands } from "../incident/incident-commands.ts";
import { logCommands } from "../log/log-commands.ts";
import { pagingCommands } from "../paging/paging-commands.ts";
import { runbookCommands, type RunbookCommand } from "../runbook/runbook-commands.ts";
import { scheduleCommands, type ScheduleCommand } from "../schedule/schedule-commands.ts";
import { sourceCommands } from "../source/source-commands.ts";

/*
 * Commands of people. Each is declared once, as the schema of what a screen sends: its type, its entry in the contract and
 * the host's handler follow from that.
 */

/** The commands that are decided as a screen sends them. */
export const decidedCommands = {
  ...incidentCommands,
  ...sourceCommands,
  ...calendarCommands,
  ...pagingCommands,
  ...logCommands,
  ...runbookCommands,
  ...handoffCommands,
  ...scheduleCommands,
} as const;

type Declared = typeof decidedCommands;

/** A command as a screen sends it. */
export type DecidedCommand = {
  [K in keyof Declared]: { readonly kind: K } & Readonly<v.InferOutput<Declared[K]>>;
}[keyof Declared];

/** What a person asks for: as a screen sends it, or with what the host has found out or done first. */
export type PersonCommand = DecidedCommand | RunbookCommand | ScheduleCommand;

/** One kind of command. */
export type CommandOf<K extends PersonCommand["kind"]> = Extract<PersonCommand, { readonly kind: K }>;
