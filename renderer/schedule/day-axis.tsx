import type { ReactNode } from "react";
import type { ScheduleView } from "../../shared/schedule/schedule-view-shape.ts";
import { dateOf, weekdayIndex } from "../../shared/time/civil.ts";
import { localDay, monthWord, weekdayWord } from "../../shared/time/phrase.ts";
import { Icon } from "../components/icon.tsx";
import { placeOf, type Place } from "./lanes.ts";
import { isNamed, isWeekend, type SpanKind } from "../store/shown-days.ts";
import { weekdayLetter } from "./schedule-words.ts";
import { clockWords, holidayNote } from "./schedule-notes-words.ts";
import { namesIn } from "./shift-why-words.ts";

/** One local day and where it stands; a day on which the clocks change is narrower or wider than the others. */
export type ShownDay = Place & { readonly day: number };

export function daysOf(view: ScheduleView): readonly ShownDay[] {
  const first = view.days[0];
  if (first === undefined) return [];
  // The zone may skip a day altogether (Apia, 2011), which then has no width.
  const day = localDay(first, view.zone);
  return view.days.slice(0, -1).map((from, index) => {
    const to = view.days[index + 1] ?? from;
    return { day: day + index, ...placeOf(view, { from, to }) };
  });
}

type AxisProps = { readonly days: readonly ShownDay[]; readonly span: SpanKind; readonly today: number };

const at = ({ start, width }: Place) => ({ insetInlineStart: percent(start), width: percent(width) });
const percent = (share: number): string => `${Math.round(share * 100_000) / 1_000}%`;

/** The names of the days. */
export function DayHead({ days, span, today }: AxisProps): ReactNode {
  return (
    <div className="lanes-axis lanes-days" aria-hidden="true">
      {days.map((one) =>
        isNamed(one.day, span) && hasRoom(one, span) ? (
          <div key={one.day} className={dayClass("lanes-day", one.day, today)} style={at(one)}>
            <DayName day={one.day} span={span} />
          </div>
        ) : null,
      )}
    </div>
  );
}

/** The name of a quarter's last Monday would stand beyond the axis. */
const hasRoom = ({ start }: Place, span: SpanKind): boolean => span !== "quarter" || start < 0.95;

function DayName({ day, span }: { readonly day: number; readonly span: SpanKind }): ReactNode {
  const { month, day: number } = dateOf(day);
  const named = number === 1 || span === "quarter";
  return (
    <>
      {span !== "quarter" && (
        <span className="lanes-weekday">{span === "week" ? weekdayWord(day) : weekdayLetter(day)}</span>
      )}
      <span className="lanes-number numbers">{number}</span>
      {named && <span className="lanes-month">{monthWord(month)}</span>}
    </>
  );
}

function dayClass(base: string, day: number, today: number): string {
  const kinds = [
    day === today ? "today" : "",
    isWeekend(day) ? "weekend" : "",
    weekdayIndex(day) === 0 ? "monday" : "",
  ];
  return [base, ...kinds.filter(Boolean).map((kind) => `${base}-${kind}`)].join(" ");
}

/** What stands behind the lanes: lines between days, weekends, holidays and today. */
export function DayColumns({ view, days, span, today }: AxisProps & { readonly view: ScheduleView }): ReactNode {
  return (
    <div className="lanes-axis lanes-columns" aria-hidden="true">
      {view.holidays.map((holiday) => (
        <div key={holiday.date} className="lanes-holiday" style={at(placeOf(view, holiday))} />
      ))}
      {days.map((one) =>
        isNamed(one.day, span) || isWeekend(one.day) || one.day === today ? (
          <div key={one.day} className={dayClass("lanes-column", one.day, today)} style={at(one)} />
        ) : null,
      )}
    </div>
  );
}

/** Small signs over the days that are unlike others; the list below the lanes says the same in words. */
export function DayMarks({ view }: { readonly view: ScheduleView }): ReactNode {
  if (view.holidays.length + view.clocks.length + view.orders.length === 0) return null;
  const names = namesIn(view);
  return (
    <div className="lanes-axis lanes-marks" aria-hidden="true">
      {view.holidays.map((holiday) => (
        <span
          key={holiday.date}
          className="lanes-mark"
          style={at(placeOf(view, holiday))}
          title={holidayNote(holiday, names)}
        >
          <Icon name="holiday" size={12} />
        </span>
      ))}
      {view.clocks.map((change) => (
        <span
          key={`${change.zone} ${change.at}`}
          className="lanes-mark"
          style={{ insetInlineStart: at(placeOf(view, { from: change.at, to: change.at })).insetInlineStart }}
          title={clockWords(change)}
        >
          <Icon name="clock" size={12} />
        </span>
      ))}
      {view.orders.map((order) => (
        <span
          key={`${order.role} ${order.at}`}
          className="lanes-mark"
          style={{ insetInlineStart: at(placeOf(view, { from: order.at, to: order.at })).insetInlineStart }}
        >
          <Icon name="shuffle" size={12} />
        </span>
      ))}
    </div>
  );
}
