import { err, ok, type Result } from "../result.ts";
import type { Zone } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import type { Limits } from "./budget.ts";
import type { CalendarContent, KnownPerson } from "./calendar-content.ts";
import type { CalendarFailure } from "./calendar-failure.ts";
import { ianaZone } from "./calendar-zone.ts";
import type { CalendarUse, EventRule } from "../team/calendar.ts";
import { absencesOf, holidaysOf } from "./map-days.ts";
import { shiftsOf } from "./map-shifts.ts";
import { occurrencesIn, type Occurrences } from "./occurrences.ts";

/** All that the content of a feed depends on besides its text; plain data, so that it can be sent to another thread. */
export type ContentQuestion = {
  /** Half-open. */
  readonly from: Instant;
  readonly to: Instant;
  readonly zone: Zone;
  readonly use: CalendarUse;
  readonly rules: readonly EventRule[];
  readonly people: readonly KnownPerson[];
  readonly limits?: Limits;
};

const mostShown = 50;

/** Expands a feed and says what it means for the team. */
export function contentOf(text: string, question: ContentQuestion): Result<CalendarContent, CalendarFailure> {
  const expanded = occurrencesIn(text, question);
  return expanded.ok ? mapped(expanded.value, question) : expanded;
}

function mapped(expanded: Occurrences, question: ContentQuestion): Result<CalendarContent, CalendarFailure> {
  const { occurrences, events } = expanded;
  const { use, rules } = question;
  const zone = ianaZone(question.zone);
  const unread = expanded.unread.slice(0, mostShown);
  // Where nothing can be read, nothing is known; and a shift more or less is not to be guessed.
  if (expanded.unread.length > 0 && (events === 0 || use.kind === "shifts")) {
    return err({ kind: "unread-events", events: unread, count: expanded.unread.length });
  }
  if (use.kind === "holidays") {
    const holidays = holidaysOf(occurrences, { zone, rules });
    return holidays.ok ? ok({ use: "holidays", holidays: holidays.value, unread }) : holidays;
  }
  if (use.kind === "away") {
    const absences = absencesOf(occurrences, { zone, rules });
    return absences.ok ? ok({ use: "away", person: use.person, absences: absences.value, unread }) : absences;
  }
  const shifts = shiftsOf(occurrences, { ...question, ...(use.role && { role: use.role }) });
  return shifts.ok ? ok({ use: "shifts", schedule: use.schedule, ...shifts.value }) : shifts;
}
