import type { ReactNode } from "react";
import type { CalendarView } from "../../shared/calendar/calendar-shape.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { calendarFailureWords } from "../words/calendar-failures.ts";
import { calendarNextWords, calendarTroubleWords, calendarWords } from "../words/calendars.ts";
import { Button } from "../components/button.tsx";
import { Ticking } from "../components/ticking.tsx";

/** A failure or two of a calendar are no news; one that is old, or has failed before it ever said anything, is. */
const isTrouble = ({ freshness, failure }: CalendarView): boolean =>
  failure !== undefined && (freshness === "old" || freshness === "never");

/** Calendars whose word is old or missing: one line each, calmer than a source that does not answer. */
export function CalendarTroubles({ calendars }: { readonly calendars: readonly CalendarView[] }): ReactNode {
  const { commands } = useSession();
  const pending = useScreen((screen) => screen.pending);
  return calendars.filter(isTrouble).map((calendar) => (
    <details key={calendar.id} className="banner banner-details">
      <summary>
        <Ticking text={(now) => calendarTroubleWords(calendar, now)} />
      </summary>
      <p>
        {calendar.failure !== undefined && <Why failure={calendar.failure} />}{" "}
        <Ticking text={(now) => calendarNextWords(calendar, now)} />{" "}
        <Button
          kind="plain"
          label={`${calendarWords.readNow}: ${calendar.name}`}
          busy={calendar.reading || pending.has(`retry-calendar ${calendar.id}`)}
          onPress={() => void commands.perform("retry-calendar", { calendar: calendar.id })}
        >
          {calendarWords.readNow}
        </Button>
      </p>
    </details>
  ));
}

const Why = ({ failure }: { readonly failure: NonNullable<CalendarView["failure"]> }): ReactNode => (
  <Ticking text={(now) => calendarFailureWords(failure, now)} />
);
