import { useState, type ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { formatDate } from "../../shared/time/civil.ts";
import { toClipboard } from "../components/clipboard.ts";
import { Menu } from "../components/menu.tsx";
import { useSession } from "../store/session-context.ts";
import type { DaySpan } from "../store/shown-days.ts";
import { scheduleWords } from "./schedule-words.ts";
import { myZone } from "../words/zone.ts";

type Schedule = NonNullable<Snapshot["team"]>["schedules"][number];

/** Taking the schedule elsewhere: as a table, and on paper. */
export function ShareMenu({ schedule, days }: { readonly schedule: Schedule; readonly days: DaySpan }): ReactNode {
  const { commands } = useSession();
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    setSaid("");
    const question = {
      schedule: schedule.id,
      zone: myZone(),
      first: formatDate(days.first),
      before: formatDate(days.before),
    };
    const reply = await commands.ask("schedule-table", question);
    const copied = reply.ok && reply.value !== null && (await toClipboard(reply.value.markdown));
    setSaid(copied ? scheduleWords.copied : scheduleWords.notCopied);
  };
  return (
    <>
      <span role="status" className="soft schedule-said">
        {said}
      </span>
      <Menu
        words={scheduleWords.share}
        items={() => [
          { key: "markdown", words: scheduleWords.copyMarkdown, onPress: () => void copy() },
          { key: "print", words: scheduleWords.print, onPress: () => window.print() },
        ]}
      />
    </>
  );
}
