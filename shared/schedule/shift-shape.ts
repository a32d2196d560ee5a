import * as v from "valibot";
import { personRefSchema } from "../team/person-ref.ts";
import { roles } from "../team/team.ts";
import { instantSchema, listOf } from "../wire.ts";
import { coverStates } from "./cover-state.ts";

const text = v.string();
const role = v.picklist(roles);
const optional = v.exactOptional;

/** Where I stand in the schedules, and who is on call everywhere. */
export const shiftViewSchema = v.object({
  /** `unknown`: Baton was not told who I am, no schedule is loaded, or a calendar leaves open who is on call. */
  standing: v.picklist(["primary", "secondary", "backup", "off", "unknown"]),
  /** A schedule's id, here and below; `team.schedules` has the names. */
  schedule: optional(text),
  from: optional(instantSchema),
  until: optional(instantSchema),
  because: optional(text),
  /** Who follows me, or who is on call now when I am not. */
  next: optional(personRefSchema),
  onCallNow: listOf(
    v.object({
      schedule: text,
      /** `unknown`: a calendar leaves open who is on call, which is not "nobody". */
      state: v.picklist(coverStates),
      people: listOf(v.object({ ...personRefSchema.entries, role, until: instantSchema })),
    }),
  ),
  myNext: optional(v.object({ role, schedule: text, from: instantSchema, to: instantSchema })),
});

export type ShiftView = v.InferOutput<typeof shiftViewSchema>;
