import { useId, useMemo, useState, type ReactNode } from "react";
import type { Snapshot } from "../../../shared/app/snapshot-shape.ts";
import { OutsideLine } from "../../components/outside-text.tsx";
import { useNow } from "../../components/use-now.ts";
import { instant } from "../../../shared/time/instant.ts";
import { layOut, shownSpan } from "../../store/shift-lanes.ts";
import { useScreen } from "../../store/session-context.ts";
import { scheduleWords } from "../../words/schedule.ts";
import { onCallWords } from "../../words/shift.ts";
import { shellWords } from "../../words/shell.ts";
import { myZone } from "../../words/zone.ts";
import { useShifts } from "./use-shifts.ts";
import { WeekLanes } from "./week-lanes.tsx";

/** Who is on call in this and the next three weeks. */
export function ScheduleView(): ReactNode {
  const snapshot = useScreen((screen) => screen.snapshot);
  const heading = useId();
  return (
    <section className="view schedule" aria-label={scheduleWords.schedule}>
      <h1 id={heading}>{scheduleWords.schedule}</h1>
      {snapshot?.team === undefined || snapshot.team.schedules.length === 0 ? (
        <p className="soft">{scheduleWords.none}</p>
      ) : (
        <Chosen snapshot={snapshot} schedules={snapshot.team.schedules} />
      )}
    </section>
  );
}

type Schedules = NonNullable<Snapshot["team"]>["schedules"];

function Chosen({ snapshot, schedules }: { readonly snapshot: Snapshot; readonly schedules: Schedules }): ReactNode {
  const [wanted, setWanted] = useState(snapshot.shift.schedule);
  const [backups, setBackups] = useState(false);
  const chosen = schedules.find(({ id, name }) => id === wanted || name === wanted) ?? schedules[0];
  const field = useId();
  if (chosen === undefined) return null;
  const now = snapshot.shift.onCallNow.find((entry) => entry.schedule === chosen.name);
  return (
    <>
      <div className="schedule-head">
        <label className="unseen" htmlFor={field}>
          {scheduleWords.choose}
        </label>
        <select
          id={field}
          className="field"
          value={chosen.id}
          onChange={(event) => setWanted(event.currentTarget.value)}
        >
          {schedules.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <label className="filters-mine">
          <input type="checkbox" checked={backups} onChange={(event) => setBackups(event.currentTarget.checked)} />
          {scheduleWords.backups}
        </label>
        <span className="soft">{scheduleWords.zone(myZone())}</span>
      </div>
      {now !== undefined && (
        <p className={now.state === "gap" ? "trouble" : ""}>
          <span className="soft">{scheduleWords.onCallNow}</span> <OutsideLine text={onCallWords(now)} />
        </p>
      )}
      <Weeks key={chosen.id} schedule={chosen} backups={backups} />
    </>
  );
}

type WeeksProps = { readonly schedule: Schedules[number]; readonly backups: boolean };

function Weeks({ schedule, backups }: WeeksProps): ReactNode {
  // The first day shown: changes at midnight, and the shifts are asked for again.
  const from = useNow((at) => shownSpan(at).from);
  const today = useNow((at) => new Date(at).setHours(0, 0, 0, 0));
  const me = useScreen((screen) => screen.snapshot?.me?.id);
  const rows = useShifts(schedule.id, from);
  const weeks = useMemo(() => (Array.isArray(rows) ? layOut(rows, instant(from)) : []), [rows, from]);
  if (rows === undefined) return <p className="soft">{shellWords.loading}</p>;
  if (rows === "failed") return <p className="trouble">{scheduleWords.failed}</p>;
  if (rows.length === 0) return <p className="soft">{scheduleWords.nobody}</p>;
  return (
    <div className="weeks">
      {weeks.map((week) => (
        <WeekLanes key={week.from} week={week} me={me} today={today} zone={schedule.timezone} backups={backups} />
      ))}
    </div>
  );
}
