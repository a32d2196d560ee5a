import * as v from "valibot";
import { instantSchema, type Output } from "../wire.ts";

/** What was told about one incident, so that nothing is told twice and what is due again is known. */
export const tellingSchema = v.object({
  incident: v.string(),
  toldAt: instantSchema,
  times: v.number(),
  /** When it is due again; absent for what is told once. */
  nextAt: v.exactOptional(instantSchema),
  /** The notification that shows it: its own, or the summary. */
  shownAs: v.string(),
  /** False from the decision until the notifier says that it is on the screen. */
  confirmed: v.boolean(),
});
export type Telling = Output<typeof tellingSchema>;
