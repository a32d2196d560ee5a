import { ok } from "../../../shared/result.ts";
import type { CalendarAnswer } from "../../../shared/calendar/calendar-content.ts";
import type { ReadResult } from "../../core/calendar.ts";

/**
 * Says `unchanged` where an answer says what the one before said, so that schedules are not worked out again. What a feed holds
 * besides (comments, alarms, the stamp of each download) may change freely.
 */
export function createContentMemory(): (answer: CalendarAnswer) => ReadResult {
  let before: string | undefined;
  return (answer) => {
    const now = JSON.stringify(answer.content);
    if (now === before) return ok("unchanged");
    before = now;
    return ok(answer);
  };
}
