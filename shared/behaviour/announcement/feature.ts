import { quietEnds } from "../../paging/quiet-hours.ts";
import type { Feature } from "../../state/feature.ts";
import { quietOf } from "../../state/quiet.ts";
import { earliest } from "../../time/instant.ts";
import { announcementViews, dismissAnnouncement, forgetAnnouncements, forgettingWake } from "./announcements.ts";
import { announceHolidaySwaps, holidaySwapWake } from "./holiday-swap-notices.ts";

/** What is announced to the team: written down, handed to the channels once, and shown until somebody dismisses it. */
export const announcement = {
  command: { "dismiss-announcement": dismissAnnouncement },
  settle: [
    {
      step: announceHolidaySwaps,
      wake: (state, now) => earliest(holidaySwapWake(state, now), quietEnds(quietOf(state), now)),
    },
    { step: forgetAnnouncements, wake: forgettingWake },
  ],
  view: (state, { now }) => ({ announcements: announcementViews(state, now) }),
} satisfies Feature;
