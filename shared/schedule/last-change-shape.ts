import * as v from "valibot";
import { roles } from "../team/team.ts";
import { instantSchema } from "../wire.ts";

const text = v.string();

/** The last change that Baton wrote into the team file, as long as it may be undone. */
export const lastScheduleChangeSchema = v.object({
  id: text,
  at: instantSchema,
  schedule: v.object({ id: text, name: text }),
  role: v.picklist(roles),
  from: instantSchema,
  to: instantSchema,
  kind: v.picklist(["override", "swap"]),
  /** Names of who takes the shifts; two for a swap. */
  people: v.pipe(v.array(text), v.readonly()),
});

export type LastScheduleChange = v.InferOutput<typeof lastScheduleChangeSchema>;
