import type { ReactNode } from "react";
import type { CalendarView } from "../../shared/calendar/calendar-shape.ts";
import type { ScheduleView } from "../../shared/schedule/schedule-view-shape.ts";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { Ticking } from "../components/ticking.tsx";
import { doubtful } from "./doubtful.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { calendarFailureWords } from "../words/calendar-failures.ts";
import { calendarAgeWords, calendarWords, purposeWords, unmappedWords, unreadWords } from "../words/calendars.ts";

/** The calendars that the lanes below rest on and that may not be right, each with the age of what it said. */
export function DoubtfulCalendars({ view }: { readonly view: ScheduleView }): ReactNode {
  const calendars = useScreen((screen) => screen.snapshot?.calendars);
  const shown = doubtful(calendars ?? [], view);
  if (shown.length === 0) return null;
  return (
    <ul className="doubtful" aria-label={calendarWords.title}>
      {shown.map((calendar) => (
        <Doubtful key={calendar.id} calendar={calendar} />
      ))}
    </ul>
  );
}

function Doubtful({ calendar }: { readonly calendar: CalendarView }): ReactNode {
  const { commands } = useSession();
  const team = useScreen((screen) => screen.snapshot?.team);
  const pending = useScreen((screen) => screen.pending.has(`retry-calendar ${calendar.id}`));
  const { failure, unread, unmapped } = calendar;
  return (
    <li className="doubtful-calendar">
      <Icon name="warning" size={14} />
      <p>
        <strong>
          <OutsideLine text={calendar.name} limit={80} />
        </strong>{" "}
        <span className="soft">
          <OutsideLine text={purposeWords(calendar, team)} limit={160} /> ·
        </span>{" "}
        <Ticking className="doubtful-age" text={(now) => calendarAgeWords(calendar, now)} />
        {failure !== undefined && (
          <>
            {". "}
            <Ticking text={(now) => calendarFailureWords(failure, now)} />
          </>
        )}
        {unread > 0 && ` ${unreadWords(unread)}`}
        {unmapped > 0 && ` ${unmappedWords(unmapped)}`}
      </p>
      <Button
        kind="plain"
        label={`${calendarWords.readNow}: ${calendar.name}`}
        busy={calendar.reading || pending}
        onPress={() => void commands.perform("retry-calendar", { calendar: calendar.id })}
      >
        {calendarWords.readNow}
      </Button>
    </li>
  );
}
