import { useId, useState, type ReactNode } from "react";
import type { MyShifts as Mine } from "../../shared/schedule/schedule-view-shape.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { relative } from "../../shared/time/phrase.ts";
import { Button } from "../components/button.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { Ticking } from "../components/ticking.tsx";
import { useNow } from "../components/use-now.ts";
import { causeWords, myShiftWords } from "./my-shifts-words.ts";
import { lengthWords, spanWords } from "./schedule-words.ts";
import { roleWords } from "../../shared/words/role-words.ts";
import { myZone, wholeMoment } from "../words/zone.ts";
import { latest } from "../store/use-asked.ts";
import { useScheduleAnswer } from "../store/use-schedule-answer.ts";

type Schedules = NonNullable<Snapshot["team"]>["schedules"];

/** My shifts of the next eight weeks in all schedules, by my own clock. */
export function MyShifts({ schedules }: { readonly schedules: Schedules }): ReactNode {
  const heading = useId();
  return (
    <section className="my-shifts" aria-labelledby={heading}>
      <h2 id={heading}>{myShiftWords.title}</h2>
      <Answered schedules={schedules} />
    </section>
  );
}

function Answered({ schedules }: { readonly schedules: Schedules }): ReactNode {
  const answer = useScheduleAnswer("my-shifts", {});
  const mine = latest(answer);
  if (answer.kind === "failed") return <p className="trouble">{myShiftWords.failed}</p>;
  if (mine === undefined) return null;
  if (mine === null) return <p className="soft">{myShiftWords.nobody}</p>;
  if (mine.shifts.length === 0) return <p className="soft">{myShiftWords.none}</p>;
  return <List shifts={mine.shifts} schedules={schedules} />;
}

const few = 6;

function List({ shifts, schedules }: { readonly shifts: Mine["shifts"]; readonly schedules: Schedules }): ReactNode {
  const [all, setAll] = useState(false);
  const shown = all || shifts.length <= few + 1 ? shifts : shifts.slice(0, few);
  return (
    <>
      <ol>
        {shown.map((shift) => (
          <Line
            key={`${shift.schedule} ${shift.role} ${shift.from}`}
            shift={shift}
            schedule={schedules.length > 1 ? schedules.find(({ id }) => id === shift.schedule)?.name : undefined}
          />
        ))}
      </ol>
      {shown.length < shifts.length && (
        <Button kind="plain" local onPress={() => setAll(true)}>
          {myShiftWords.all(shifts.length - shown.length)}
        </Button>
      )}
    </>
  );
}

type LineProps = { readonly shift: Mine["shifts"][number]; readonly schedule: string | undefined };

function Line({ shift, schedule }: LineProps): ReactNode {
  const { from, to, role, timezone } = shift;
  const begun = useNow((now) => from <= now);
  const cause = causeWords(shift);
  return (
    <li className={begun ? "my-shift my-shift-now" : "my-shift"}>
      <span className="my-shift-role">
        {roleWords[role]}
        {schedule !== undefined && (
          <span className="soft">
            {" "}
            <OutsideLine text={schedule} limit={80} />
          </span>
        )}
      </span>
      <span className="soft my-shift-in">
        {begun ? myShiftWords.now : <Ticking text={(now) => relative(from, now)} />}
      </span>
      <span className="my-shift-when numbers" title={`${wholeMoment(from, timezone)}\n${wholeMoment(to, timezone)}`}>
        {spanWords(shift, myZone())}
      </span>
      <span className="soft my-shift-more">
        {lengthWords(shift)}
        {cause !== undefined && (
          <>
            {" · "}
            <OutsideLine text={cause} limit={120} />
          </>
        )}
      </span>
    </li>
  );
}
