import { useMemo } from "react";
import type { ScheduleView } from "../../shared/schedule/schedule-view-shape.ts";
import { formatDate } from "../../shared/time/civil.ts";
import { instant } from "../../shared/time/instant.ts";
import { localDay } from "../../shared/time/phrase.ts";
import type { PastShift } from "./past-shift.ts";
import { myZone } from "../words/zone.ts";
import { latest } from "../store/use-asked.ts";
import { useScheduleAnswer } from "../store/use-schedule-answer.ts";

const hourLong = 3_600_000;
/** How far back shifts are listed. */
const shownDays = 92;

/** The primary's shifts that have begun by the end of `hour`, newest first; undefined until they are there. */
export function usePastShifts(schedule: string | undefined, hour: number): readonly PastShift[] | undefined {
  const zone = myZone();
  const end = instant((hour + 1) * hourLong);
  const today = localDay(end, zone);
  const question = {
    schedule: schedule ?? "none",
    zone,
    first: formatDate(today - shownDays),
    before: formatDate(today + 1),
  };
  const answer = useScheduleAnswer("schedule-view", question);
  const view = latest(answer);
  const shifts = useMemo(() => (view ? begun(view, end) : []), [view, end]);
  return answer.kind === "asking" && view === undefined && schedule !== undefined ? undefined : shifts;
}

function begun({ id, people, shifts }: ScheduleView, end: number): readonly PastShift[] {
  const names = new Map(people.map((person) => [person.id, person.name]));
  return shifts
    .filter(({ role, from }) => role === "primary" && from < end)
    .map(({ person, from, to }) => ({
      schedule: id,
      person: { id: person, name: names.get(person) ?? person },
      from,
      to,
    }))
    .toSorted((a, b) => b.from - a.from);
}
