import * as v from "valibot";
import type { Output } from "../wire.ts";

/** Words for the whole team, without anything sensitive. `id` is the same in every installation that would say the same. */
export const announcementSchema = v.object({
  id: v.string(),
  /** What channels are asked to carry, as the team file's `announce` names it. */
  topic: v.picklist(["handoff", "escalation", "holiday-swap", "incident", "digest", "cover"]),
  title: v.string(),
  /** Markdown. */
  text: v.string(),
});
export type Announcement = Output<typeof announcementSchema>;
