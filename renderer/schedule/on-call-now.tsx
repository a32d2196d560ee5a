import type { ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { moment } from "../../shared/time/phrase.ts";
import { OutsideLine } from "../components/outside-text.tsx";
import { Ticking } from "../components/ticking.tsx";
import { useScreen } from "../store/session-context.ts";
import { scheduleWords } from "./schedule-words.ts";
import { onCallWords } from "../words/shift.ts";
import { myZone } from "../words/zone.ts";

type Schedule = NonNullable<Snapshot["team"]>["schedules"][number];

/** Who has it at this moment, wherever the lanes are. */
export function OnCallNow({ schedule }: { readonly schedule: Schedule }): ReactNode {
  const now = useScreen((screen) => screen.snapshot?.shift.onCallNow.find((entry) => entry.schedule === schedule.id));
  if (now === undefined) return null;
  const until = now.people[0]?.until;
  return (
    <p className={now.state === "covered" || now.state === "off-hours" ? "schedule-now" : "schedule-now trouble"}>
      <span className="soft">{scheduleWords.onCallNow}</span> <OutsideLine text={onCallWords(now)} />
      {now.state === "covered" && until !== undefined && (
        <Ticking className="soft" text={(at) => ` until ${moment(until, at, myZone())}`} />
      )}
    </p>
  );
}
