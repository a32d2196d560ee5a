import type { ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { formatDate } from "../../shared/time/civil.ts";
import { localDay } from "../../shared/time/phrase.ts";
import { useNow } from "../components/use-now.ts";
import { useWide } from "../components/use-wide.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import type { ScheduleChoice } from "../store/schedule-choice.ts";
import { daysAround, type SpanKind } from "../store/shown-days.ts";
import { scheduleWords } from "./schedule-words.ts";
import { myZone } from "../words/zone.ts";
import { Announcements } from "../components/announcements.tsx";
import { HolidaysBy } from "../components/holidays-by.tsx";
import { CalendarLinks } from "./calendar-links.tsx";
import { ChangeNow } from "./change/change-now.tsx";
import { LastChange } from "./change/last-change.tsx";
import { MyShifts } from "./my-shifts.tsx";
import { OnCallNow } from "./on-call-now.tsx";
import { Shown } from "./shown.tsx";
import { Toolbar } from "./toolbar.tsx";
import { latest } from "../store/use-asked.ts";
import { useScheduleAnswer } from "../store/use-schedule-answer.ts";

type Team = NonNullable<Snapshot["team"]>;

/** Who is on call when, and why. */
export function ScheduleView(): ReactNode {
  const team = useScreen((screen) => screen.snapshot?.team);
  return (
    <section className="view schedule" aria-label={scheduleWords.schedule}>
      {team === undefined || team.schedules.length === 0 ? (
        <>
          <h1>{scheduleWords.schedule}</h1>
          <p className="soft">
            {team === undefined ? scheduleWords.noTeam : `${scheduleWords.none} ${scheduleWords.noneMeans}`}
          </p>
        </>
      ) : (
        <Chosen schedules={team.schedules} />
      )}
    </section>
  );
}

function Chosen({ schedules }: { readonly schedules: Team["schedules"] }): ReactNode {
  const { store } = useSession();
  const choice = useScreen((screen) => screen.schedule);
  const snapshot = useScreen((screen) => screen.snapshot);
  const mine = snapshot?.shift.schedule;
  const wide = useWide();
  const schedule = find(schedules, choice.schedule) ?? find(schedules, mine) ?? schedules[0];
  const zone = choice.zone === "team" && schedule !== undefined ? schedule.timezone : myZone();
  const today = useNow((now) => localDay(now, zone));
  if (snapshot === undefined || schedule === undefined) return null;
  const span: SpanKind = choice.span ?? (wide ? "month" : "week");
  const days = daysAround(choice.day ?? today, span);
  const change = (next: Partial<ScheduleChoice>): void =>
    store.setState((screen) => ({ schedule: { ...screen.schedule, ...next } }));
  return (
    <>
      <Toolbar {...{ schedules, schedule, choice, span, days, today, change }} />
      <LastChange />
      <div className="schedule-present">
        <OnCallNow schedule={schedule} />
        <ChangeNow schedule={schedule.id} />
      </div>
      <Announcements />
      <Days
        {...{ schedule, choice, span, zone, today }}
        first={formatDate(days.first)}
        before={formatDate(days.before)}
      />
      <MyShifts schedules={schedules} />
      <CalendarLinks snapshot={snapshot} />
      {snapshot.team?.holidaysBy !== undefined && (
        <footer className="schedule-foot">
          <HolidaysBy by={snapshot.team.holidaysBy} />
        </footer>
      )}
    </>
  );
}

const find = (schedules: Team["schedules"], id: string | undefined): Team["schedules"][number] | undefined =>
  schedules.find((schedule) => schedule.id === id);

type DaysProps = {
  readonly schedule: Team["schedules"][number];
  readonly choice: ScheduleChoice;
  readonly span: SpanKind;
  readonly zone: string;
  readonly today: number;
  readonly first: string;
  readonly before: string;
};

function Days({ schedule, choice, span, zone, today, first, before }: DaysProps): ReactNode {
  const answer = useScheduleAnswer("schedule-view", { schedule: schedule.id, zone, first, before });
  const view = latest(answer);
  if (answer.kind === "failed") return <p className="trouble">{scheduleWords.failed}</p>;
  if (view === undefined) return <p className="soft">{scheduleWords.loading}</p>;
  if (view === null) return <p className="soft">{scheduleWords.gone}</p>;
  const late = answer.kind === "asking" || (answer.kind === "answered" && answer.late);
  return <Shown view={view} choice={choice} span={span} today={today} late={late} />;
}
