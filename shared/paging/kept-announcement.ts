import { day } from "../time/duration.ts";
import type { Announcement } from "./announcement.ts";
import type { Instant } from "../time/instant.ts";

/** What was announced to the team, and when. */
export type KeptAnnouncement = {
  readonly announcement: Announcement;
  readonly at: Instant;
  /** Kept until then, so that it is not announced again while its matter lasts. */
  readonly forgetAt: Instant;
  readonly dismissed?: true;
};

/** How long an announcement is shown. */
export const announcementShownFor = 14 * day;
