import { incidentTicksSchema } from "../runbook/runbook-state.ts";
import { keptTaskSchema } from "../runbook/task.ts";
import { manyWhole } from "./kept-thing.ts";
import { first } from "./versioned.ts";

/* What is kept of the use of runbooks; the runbooks themselves are read anew. */

export const ticks = manyWhole("ticks", {
  collection: "ticks",
  record: first(incidentTicksSchema),
  of: (state) => state.ticks,
  put: (state, values) => ({ ...state, ticks: new Map(values.map((kept) => [kept.incident, kept])) }),
});

export const tasks = manyWhole("task", {
  collection: "task",
  record: first(keptTaskSchema),
  of: (state) => state.tasks,
  put: (state, values) => ({ ...state, tasks: new Map(values.map((task) => [task.id, task])) }),
});
