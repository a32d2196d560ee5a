import * as v from "valibot";
import { day } from "../time/duration.ts";
import { instantSchema, type Output } from "../wire.ts";
import { announcementSchema } from "./announcement.ts";

/** What was announced to the team, and when. */
export const keptAnnouncementSchema = v.object({
  announcement: announcementSchema,
  at: instantSchema,
  /** Kept until then, so that it is not announced again while its matter lasts. */
  forgetAt: instantSchema,
  dismissed: v.exactOptional(v.literal(true)),
});
export type KeptAnnouncement = Output<typeof keptAnnouncementSchema>;

/** How long an announcement is shown. */
export const announcementShownFor = 14 * day;
