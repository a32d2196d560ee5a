import * as v from "valibot";
import type { ScheduleId } from "../team/team.ts";
import { idSchema } from "../wire.ts";
import type { TeamFileEdit } from "./change-record.ts";
import { coverWantedSchema } from "./change-shape.ts";
import type { Change } from "./change.ts";

/** What a person asks of schedules. */
export const scheduleCommands = {
  /** Takes a change out of the team file again. */
  "undo-schedule-change": v.object({ id: idSchema }),
  "ask-for-cover": coverWantedSchema,
} as const;

/** A change that the host has drafted: `edit` is what it does to the team file. */
export type ScheduleCommand = {
  readonly kind: "change-schedule";
  readonly schedule: ScheduleId;
  readonly change: Change;
  readonly edit: TeamFileEdit;
};
