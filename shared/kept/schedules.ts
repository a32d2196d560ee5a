import * as v from "valibot";
import { keptChangeSchema } from "../schedule/change-record.ts";
import { shiftsToldSchema } from "../schedule/shift-told.ts";
import { oneWhole } from "./kept-thing.ts";
import { first } from "./versioned.ts";

/* What is kept of schedules beside the team file: the changes that can be undone, and what I was told of my shifts. */

export const scheduleChanges = oneWhole("schedule-changes", {
  id: "schedule-changes",
  record: first(v.array(keptChangeSchema)),
  person: "gone",
  of: (state) => state.scheduleChanges.made,
  put: (state, made) => ({ ...state, scheduleChanges: { ...state.scheduleChanges, made } }),
});

export const shifts = oneWhole("shifts", {
  id: "shifts",
  record: first(shiftsToldSchema),
  person: "gone",
  of: (state) => state.shiftsTold,
  put: (state, shiftsTold) => ({ ...state, shiftsTold }),
});
