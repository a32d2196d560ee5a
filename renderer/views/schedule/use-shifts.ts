import { useEffect, useState } from "react";
import type { ShiftRow } from "../../../shared/app/snapshot-shape.ts";
import { instant } from "../../../shared/time/instant.ts";
import { shownSpan } from "../../store/shift-lanes.ts";
import { useScreen, useSession } from "../../store/session-context.ts";

type Answer = readonly ShiftRow[] | "failed";

/** The shifts of the weeks that begin at `from`; undefined until they are there. Asked again when the team changes. */
export function useShifts(schedule: string, from: number): Answer | undefined {
  const { commands } = useSession();
  const live = useScreen((screen) => screen.link.kind === "open");
  // Another team file, or other people in it, means other shifts; a snapshot alone does not.
  const team = useScreen((screen) => JSON.stringify(screen.snapshot?.team));
  const [answer, setAnswer] = useState<Answer | undefined>();
  useEffect(() => {
    if (!live) return;
    let over = false;
    const span = shownSpan(instant(from));
    void commands.ask("shifts", { schedule, from: span.from, to: span.to }).then((reply) => {
      if (!over) setAnswer(reply.ok ? reply.value : "failed");
    });
    return () => {
      over = true;
    };
  }, [commands, live, schedule, from, team]);
  return answer;
}
