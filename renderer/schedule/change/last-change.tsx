import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { useScreen, useSession } from "../../store/session-context.ts";
import { changeWords, lastChangeWords } from "../schedule-change-words.ts";

/** The last change that was written into the team file, for as long as it can be taken out again. */
export function LastChange(): ReactNode {
  const { commands } = useSession();
  const last = useScreen((screen) => screen.snapshot?.lastScheduleChange);
  const zone = useScreen(
    (screen) => screen.snapshot?.team?.schedules.find(({ id }) => id === last?.schedule.id)?.timezone ?? "UTC",
  );
  const busy = useScreen((screen) => last !== undefined && screen.pending.has(last.id));
  if (last === undefined) return null;
  return (
    <div className="last-change" role="status" aria-label={changeWords.lastChange}>
      <p>{lastChangeWords(last, zone)}</p>
      <Button busy={busy} onPress={() => void commands.perform("undo-schedule-change", { id: last.id })}>
        {changeWords.undo}
      </Button>
    </div>
  );
}
