import { useMemo, useState, type ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { PastShift } from "./past-shift.ts";
import { after } from "../../shared/time/instant.ts";
import { useNow } from "../components/use-now.ts";
import { useScreen } from "../store/session-context.ts";
import { logWords } from "./log-words.ts";
import { shellWords, viewWords } from "../words/shell.ts";
import { Duties } from "./duties.tsx";
import { LogHead, type LogFilter } from "./log-head.tsx";
import { Story } from "./story.tsx";
import { useLog, type LogWanted } from "./use-log.ts";
import { usePastShifts } from "./use-past-shifts.ts";

const day = 86_400_000;

/** The story of a shift: what happened by itself, and what people wrote. */
export function LogView(): ReactNode {
  const snapshot = useScreen((screen) => screen.snapshot);
  if (snapshot === undefined) return null;
  const schedules = snapshot.team?.schedules ?? [];
  return (
    <section className="view log" aria-label={viewWords.log}>
      <h1>{viewWords.log}</h1>
      <OfSchedule snapshot={snapshot} schedules={schedules} />
    </section>
  );
}

type Schedules = NonNullable<Snapshot["team"]>["schedules"];
type OfScheduleProps = { readonly snapshot: Snapshot; readonly schedules: Schedules };

function OfSchedule({ snapshot, schedules }: OfScheduleProps): ReactNode {
  const [schedule, setSchedule] = useState(
    () => (schedules.find(({ name }) => name === snapshot.shift.schedule) ?? schedules[0])?.id,
  );
  const [wanted, setWanted] = useState<number | "days" | undefined>();
  const [filter, setFilter] = useState<LogFilter>({});
  // The hour is enough: a shift that begins is found within it, and at once when the view is opened again.
  const hour = useNow((at) => Math.floor(at / 3_600_000));
  const shifts = usePastShifts(schedule, hour);
  if (shifts === undefined) return <p className="soft">{shellWords.loading}</p>;
  const shift = wanted === "days" ? undefined : (shifts.find(({ from }) => from === wanted) ?? shifts[0]);
  return (
    <>
      <LogHead
        snapshot={snapshot}
        schedules={schedules}
        schedule={schedule}
        shifts={shifts}
        shift={shift}
        filter={filter}
        onSchedule={(id) => {
          setSchedule(id);
          setWanted(undefined);
        }}
        onShift={setWanted}
        onFilter={setFilter}
      />
      <OfShift key={`${schedule ?? ""} ${shift?.from ?? hour}`} shift={shift} filter={filter} hour={hour} />
    </>
  );
}

type OfShiftProps = { readonly shift: PastShift | undefined; readonly filter: LogFilter; readonly hour: number };

function OfShift({ shift, filter, hour }: OfShiftProps): ReactNode {
  const now = useScreen((screen) => screen.snapshot?.now);
  const [opened] = useState(now);
  const wanted = useMemo((): LogWanted => {
    const end = after(opened ?? (0 as never), day);
    const span = shift ?? { from: after(end, -31 * day), to: end };
    return { from: span.from, to: span.to, ...filter };
  }, [shift, filter, opened]);
  return (
    <div className="log-body">
      <Filtered
        key={JSON.stringify(filter)}
        wanted={wanted}
        narrowed={filter.only !== undefined || filter.by !== undefined}
      />
      {shift !== undefined && <Duties key={hour} shift={shift} />}
    </div>
  );
}

function Filtered({ wanted, narrowed }: { readonly wanted: LogWanted; readonly narrowed: boolean }): ReactNode {
  const { pages, failed, older } = useLog(wanted);
  if (pages === undefined) {
    return <p className={failed ? "trouble" : "soft"}>{failed ? logWords.failed : shellWords.loading}</p>;
  }
  if (pages.items.length === 0 && pages.next === undefined) {
    return <p className="empty soft">{narrowed ? logWords.emptyFiltered : logWords.empty}</p>;
  }
  return <Story pages={pages} onOlder={older} />;
}
