import type { ReactNode } from "react";
import type { ShiftRow } from "../../../shared/app/snapshot-shape.ts";
import { OutsideLine } from "../../components/outside-text.tsx";
import { useNow } from "../../components/use-now.ts";
import { useSession } from "../../store/session-context.ts";
import type { Lane, Piece, Week } from "../../store/shift-lanes.ts";
import { dayNumber, dayWords, monthDayWords, monthWords, scheduleWords, shiftWords } from "../../words/schedule.ts";
import { roleWords } from "../../words/shift.ts";
import { wholeMoment } from "../../words/zone.ts";

export type WeekLanesProps = {
  readonly week: Week;
  readonly me: string | undefined;
  /** The local midnight that today began with. */
  readonly today: number;
  readonly zone: string;
  readonly backups: boolean;
};

/** One week: seven days across, a lane per role, and where now is. */
export function WeekLanes({ week, me, today, zone, backups }: WeekLanesProps): ReactNode {
  const lanes = week.lanes.filter(({ role }) => backups || role !== "backup");
  return (
    <section className="week" aria-label={scheduleWords.week(monthDayWords(week.from))}>
      <div className="week-days" aria-hidden="true">
        {week.days.map((day) => (
          <div key={day} className={day === today ? "week-day week-day-today" : "week-day"}>
            {dayWords(day)} <span className="numbers">{dayNumber(day)}</span>{" "}
            <span className="week-month">{monthWords(day)}</span>
          </div>
        ))}
      </div>
      <div className="week-body">
        {lanes.map((lane, index) => (
          <LaneLine key={index} lane={lane} named={lanes[index - 1]?.role !== lane.role} me={me} zone={zone} />
        ))}
        <NowLine week={week} />
      </div>
    </section>
  );
}

type LaneLineProps = {
  readonly lane: Lane;
  readonly named: boolean;
  readonly me: string | undefined;
  readonly zone: string;
};

function LaneLine({ lane, named, me, zone }: LaneLineProps): ReactNode {
  return (
    <div className="lane">
      <div className="lane-role soft">{named ? roleWords[lane.role] : ""}</div>
      <ul className="lane-shifts" aria-label={roleWords[lane.role]}>
        {lane.pieces.map((piece) => (
          <Shift
            key={piece.row.from + piece.row.person.id}
            piece={piece}
            mine={piece.row.person.id === me}
            zone={zone}
          />
        ))}
      </ul>
    </div>
  );
}

/** A narrower piece of a week has no room for a name; it has it on hover and for a screen reader. */
const legible = 0.09;

function Shift({
  piece,
  mine,
  zone,
}: {
  readonly piece: Piece;
  readonly mine: boolean;
  readonly zone: string;
}): ReactNode {
  const { ticker } = useSession();
  const { row } = piece;
  const words = shiftWords(row, ticker.now());
  return (
    <li
      className={`shift-piece shift-piece-${row.because}${mine ? " shift-piece-mine" : ""}`}
      style={{ insetInlineStart: `${piece.start * 100}%`, width: `${piece.width * 100}%` }}
      title={`${words}\n${wholeTimes(row, zone)}`}
    >
      <span aria-hidden="true" hidden={piece.width < legible}>
        <OutsideLine text={row.person.name} />
        {row.because !== "rotation" && <span className="shift-piece-why"> · {row.holiday ?? row.because}</span>}
      </span>
      <span className="unseen">{words}</span>
    </li>
  );
}

const wholeTimes = (row: ShiftRow, zone: string): string =>
  `${wholeMoment(row.from, zone)}\n${wholeMoment(row.to, zone)}`;

/** Moves once a minute; drawn only in the week that it is in. */
function NowLine({ week }: { readonly week: Week }): ReactNode {
  const share = useNow((now) =>
    now < week.from || now >= week.to ? -1 : Math.floor(((now - week.from) / (week.to - week.from)) * 10_000) / 100,
  );
  if (share < 0) return null;
  return (
    <div className="now-line-box" aria-hidden="true">
      <div className="now-line" style={{ insetInlineStart: `${share}%` }} title={scheduleWords.now} />
    </div>
  );
}
