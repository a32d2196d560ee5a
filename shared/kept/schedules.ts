import * as v from "valibot";
import { keptChangeSchema } from "../schedule/change-record.ts";
import { shiftsToldSchema } from "../schedule/shift-told.ts";
import { one, whole } from "./kept-thing.ts";
import { first } from "./versioned.ts";

/* What is kept of schedules beside the team file: the changes that can be undone, and what I was told of my shifts. */

export const scheduleChanges = one("schedule-changes", {
  ...whole,
  id: "schedule-changes",
  record: first(v.array(keptChangeSchema)),
  of: (state) => state.scheduleChanges.made,
  put: (state, made) => ({ ...state, scheduleChanges: { ...state.scheduleChanges, made } }),
});

export const shifts = one("shifts", {
  ...whole,
  id: "shifts",
  record: first(shiftsToldSchema),
  of: (state) => state.shiftsTold,
  put: (state, shiftsTold) => ({ ...state, shiftsTold }),
});
