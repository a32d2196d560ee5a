import * as v from "valibot";
import { instantSchema } from "../wire.ts";

/* What a screen is told of the runbook of one incident. */

const text = v.string();
const optional = v.exactOptional;

/** How an incident came by its runbook. */
export const whySchema = v.variant("kind", [
  /** The alert names it. */
  v.object({ kind: v.literal("alert") }),
  /** The incident's service names it in the team file. */
  v.object({ kind: v.literal("service"), service: text, serviceName: text }),
  /** Its front matter names the incident's service. */
  v.object({ kind: v.literal("front-matter"), service: text, serviceName: text }),
]);

/** The runbook of one incident. */
export const runbookViewSchema = v.variant("kind", [
  /** One that Baton reads; ask `incident-runbook` for it. `heading`: the part that the alert's address names. */
  v.object({ kind: v.literal("found"), id: text, title: text, why: whySchema, heading: optional(text) }),
  /** A page that opens outside. */
  v.object({ kind: v.literal("outside"), url: text, title: text, why: whySchema }),
  /** None; `named` where one is named and is not there. */
  v.object({ kind: v.literal("gap"), named: optional(text) }),
]);
export type RunbookView = v.InferOutput<typeof runbookViewSchema>;
export type Why = v.InferOutput<typeof whySchema>;

/** A line of a checklist that somebody has done for one incident. */
export const tickSchema = v.object({ item: text, text, by: text, byName: text, at: instantSchema });
export type TickView = v.InferOutput<typeof tickSchema>;
