import { useEffect, useState } from "react";
import type { ShiftRow } from "../../../shared/app/snapshot-shape.ts";
import { after, instant } from "../../../shared/time/instant.ts";
import { useScreen, useSession } from "../../store/session-context.ts";

const hourLong = 3_600_000;
/** How far back shifts are listed. */
const shown = 92 * 24 * hourLong;

/** The primary's shifts that have begun by the end of `hour`, newest first; undefined until they are there. */
export function usePastShifts(schedule: string | undefined, hour: number): readonly ShiftRow[] | undefined {
  const { commands } = useSession();
  const live = useScreen((screen) => screen.link.kind === "open");
  const team = useScreen((screen) => JSON.stringify(screen.snapshot?.team));
  const [answer, setAnswer] = useState<readonly ShiftRow[] | undefined>();
  useEffect(() => {
    if (!live || schedule === undefined) return;
    let over = false;
    const to = instant((hour + 1) * hourLong);
    void commands.ask("shifts", { schedule, from: after(to, -shown), to }).then((reply) => {
      if (over) return;
      const rows = reply.ok ? reply.value : [];
      setAnswer(rows.filter(({ role }) => role === "primary").toSorted((a, b) => b.from - a.from));
    });
    return () => {
      over = true;
    };
  }, [commands, live, schedule, hour, team]);
  return schedule === undefined ? [] : answer;
}
