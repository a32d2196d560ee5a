import * as v from "valibot";
import { myShiftsSchema, scheduleQuestionSchema, scheduleViewSchema } from "../schedule/schedule-view-shape.ts";
import type { ContractShape } from "./define.ts";

/** What the Schedule view asks for. Null where there is no such schedule, or nobody whom the shifts could be of. */
export const scheduleContract = {
  "schedule-view": { input: scheduleQuestionSchema, output: v.nullable(scheduleViewSchema) },
  /** The weeks as a Markdown table (004-9). */
  "schedule-table": { input: scheduleQuestionSchema, output: v.nullable(v.object({ markdown: v.string() })) },
  /** My shifts of the next eight weeks, in all schedules. */
  "my-shifts": { input: v.object({}), output: v.nullable(myShiftsSchema) },
} as const;

/** For whoever answers these alone. */
export type ScheduleContract = { readonly commands: typeof scheduleContract; readonly pushes: ContractShape["pushes"] };
