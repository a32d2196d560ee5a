import { globMatches } from "../team/service-match.ts";
import type { CalendarEvent } from "./calendar-event.ts";
import type { EventRule } from "../team/calendar.ts";

/** The first rule that an event fits; `undefined` where it fits none. */
export const ruleFor = (rules: readonly EventRule[], event: CalendarEvent): EventRule | undefined =>
  rules.find((rule) => fits(rule, event));

/** A rule that names nothing fits everything, so that the last one may say what holds for the rest. */
function fits({ title, attendee, category }: EventRule, event: CalendarEvent): boolean {
  if (title !== undefined && !matches(title, event.title)) return false;
  if (category !== undefined && !event.categories.some((one) => matches(category, one))) return false;
  return (
    attendee === undefined ||
    event.attendees.some(
      ({ address, name, declined }) => !declined && (matches(attendee, address) || matches(attendee, name)),
    )
  );
}

const matches = (glob: string, text: string): boolean => globMatches(glob.toLowerCase(), text.toLowerCase());
