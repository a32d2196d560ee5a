import { hour, minute } from "../../shared/time/duration.ts";
import { after, instant, type Instant } from "../../shared/time/instant.ts";
import type { SnoozeChoice } from "../words/now.ts";

/** When people here are at work again. */
const morningHour = 8;

/** Until when a choice snoozes. Morning is the next 08:00 of this screen's zone that is at least an hour away. */
export function snoozedUntil(choice: SnoozeChoice, now: Instant): Instant {
  switch (choice) {
    case "15-min":
      return after(now, 15 * minute);
    case "1-hour":
      return after(now, hour);
    case "morning":
      return nextMorning(now);
  }
}

function nextMorning(now: Instant): Instant {
  const morning = new Date(now);
  morning.setHours(morningHour, 0, 0, 0);
  if (morning.getTime() - now < hour) morning.setDate(morning.getDate() + 1);
  return instant(morning.getTime());
}
