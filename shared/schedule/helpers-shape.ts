import * as v from "valibot";
import { roles } from "../team/team.ts";
import { instantSchema } from "../wire.ts";

const text = v.string();
const optional = v.exactOptional;

/** Somebody of the team who can be asked, whether on call or not (002-6, 002-8). */
export const helperSchema = v.object({
  id: text,
  name: text,
  zone: text,
  /** What they carry now; absent off call. */
  duty: optional(
    v.object({
      role: v.picklist(roles),
      schedule: text,
      until: instantSchema,
    }),
  ),
  /** The team file has them away today. */
  away: v.boolean(),
  email: optional(text),
  phone: optional(text),
  /** Slack member id. */
  slack: optional(text),
});
export type Helper = v.InferOutput<typeof helperSchema>;
