import type { ReactNode } from "react";
import type { CalendarView } from "../../shared/calendar/calendar-shape.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { Button } from "../components/button.tsx";
import { HolidaysBy } from "../components/holidays-by.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { Ticking } from "../components/ticking.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { calendarFailureWords } from "../words/calendar-failures.ts";
import {
  calendarAgeWords,
  calendarNextWords,
  calendarWords,
  unmappedReasons,
  unmappedSpan,
  unmappedWords,
  unreadWords,
  purposeWords,
} from "../words/calendars.ts";
import { settingsWords } from "../words/settings.ts";
import { SecretForm } from "./secret-form.tsx";
import { SettingsPart } from "./setting.tsx";

/** Which calendars Baton goes by, how old what they said is, and what of it could not be understood. */
export function Calendars({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { calendars, team } = snapshot;
  if (calendars.length === 0 && team?.holidaysBy === undefined) return null;
  return (
    <SettingsPart title={calendarWords.title}>
      <ul className="settings-list">
        {calendars.map((calendar) => (
          <li key={calendar.id}>
            <Calendar calendar={calendar} team={team} />
          </li>
        ))}
      </ul>
      {team?.holidaysBy !== undefined && <HolidaysBy by={team.holidaysBy} />}
    </SettingsPart>
  );
}

type Row = { readonly calendar: CalendarView; readonly team: Snapshot["team"] };

function Calendar({ calendar, team }: Row): ReactNode {
  const { commands } = useSession();
  const pending = useScreen((screen) => screen.pending.has(`retry-calendar ${calendar.id}`));
  const { failure, freshness } = calendar;
  return (
    <>
      <div className="settings-row">
        <div>
          <p className="settings-name">
            <OutsideLine text={calendar.name} /> <span className="soft">{purposeWords(calendar, team)}</span>
          </p>
          <Ticking
            className={freshness === "fresh" ? "soft" : "trouble"}
            text={(now) => calendarAgeWords(calendar, now)}
          />
        </div>
        <Button
          label={`${calendarWords.readNow}: ${calendar.name}`}
          busy={calendar.reading || pending}
          onPress={() => void commands.perform("retry-calendar", { calendar: calendar.id })}
        >
          {calendarWords.readNow}
        </Button>
      </div>
      {failure !== undefined && (
        <p className="trouble">
          <Ticking text={(now) => calendarFailureWords(failure, now)} />{" "}
          <Ticking className="soft" text={(now) => calendarNextWords(calendar, now)} />
        </p>
      )}
      {calendar.unread > 0 && <p className="trouble">{unreadWords(calendar.unread)}</p>}
      <Unmapped calendar={calendar} />
      {calendar.missingSecrets.map((name) => (
        <div key={name}>
          <p className="trouble">{settingsWords.secretMissing(name)}</p>
          <SecretForm name={name} />
        </div>
      ))}
    </>
  );
}

function Unmapped({ calendar: { unmapped, firstUnmapped } }: Pick<Row, "calendar">): ReactNode {
  if (unmapped === 0) return null;
  return (
    <>
      <p className="trouble">
        {unmappedWords(unmapped)} {firstUnmapped.length > 0 && calendarWords.unmapped}
      </p>
      <ul className="facts">
        {firstUnmapped.map((shift) => (
          <li key={`${shift.from} ${shift.title}`}>
            <OutsideLine text={shift.title} limit={120} />{" "}
            <span className="soft">
              <Ticking text={(now) => unmappedSpan(shift, now)} /> · {unmappedReasons[shift.reason]}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
