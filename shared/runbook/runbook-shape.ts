import * as v from "valibot";
import { taskKinds } from "./task.ts";
import { instantSchema, listOf } from "../wire.ts";

/* What a screen is told of runbooks with the snapshot. All that is longer is asked for, with the commands of the contract. */

const text = v.string();
const optional = v.exactOptional;

export const taskSchema = v.object({
  id: text,
  kind: v.picklist(taskKinds),
  title: text,
  madeAt: instantSchema,
  dueAt: instantSchema,
  owner: optional(v.object({ id: text, name: text })),
  service: optional(v.object({ id: text, name: text })),
  runbook: optional(text),
  incidents: listOf(text),
});
export type TaskView = v.InferOutput<typeof taskSchema>;

/** Runbooks at a glance. `revision` changes with anything that the commands would answer differently, ticks aside. */
export const runbooksGlanceSchema = v.object({
  revision: v.number(),
  /** False until the folder was read for the first time. */
  known: v.boolean(),
  count: v.number(),
  due: v.number(),
  drafts: v.number(),
  tasks: listOf(taskSchema),
});
export type RunbooksGlance = v.InferOutput<typeof runbooksGlanceSchema>;
