import { useId, type ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { Button } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { Icon } from "../components/icon.tsx";
import type { ScheduleChoice } from "../store/schedule-choice.ts";
import { movedBy, spanKinds, type DaySpan, type SpanKind } from "../store/shown-days.ts";
import { scheduleWords, spanTitle } from "./schedule-words.ts";
import { myZone } from "../words/zone.ts";
import { ShareMenu } from "./share-menu.tsx";

type Schedule = NonNullable<Snapshot["team"]>["schedules"][number];

export type ToolbarProps = {
  readonly schedules: readonly Schedule[];
  readonly schedule: Schedule;
  readonly choice: ScheduleChoice;
  readonly span: SpanKind;
  readonly days: DaySpan;
  readonly today: number;
  readonly change: (next: Partial<ScheduleChoice>) => void;
};

/** What is shown: which schedule, which days, as which lanes, in which zone. */
export function Toolbar(props: ToolbarProps): ReactNode {
  const { schedule, choice, span, days, change } = props;
  return (
    <header className="schedule-head">
      <div className="schedule-title">
        <h1>
          <span className="unseen">{scheduleWords.schedule}: </span>
          {spanTitle(days, span)}
        </h1>
        <span className="printed">{schedule.name}</span>
        <Which {...props} />
        <span className="schedule-share">
          <ShareMenu schedule={schedule} days={days} />
        </span>
      </div>
      <div className="schedule-tools">
        <Steps {...props} />
        <Choice
          name={scheduleWords.span}
          options={spanKinds.map((value) => ({ value, words: scheduleWords.spans[value] }))}
          value={span}
          onChange={(next) => change({ span: next })}
        />
        <Choice
          name={scheduleWords.lanes}
          options={(["roles", "people"] as const).map((value) => ({ value, words: scheduleWords.lanesBy[value] }))}
          value={choice.by}
          onChange={(by) => change({ by })}
        />
        <Zone {...props} />
        {choice.by === "people" && (
          <label className="filters-mine">
            <input
              type="checkbox"
              checked={choice.standby}
              onChange={(event) => change({ standby: event.currentTarget.checked })}
            />
            {scheduleWords.standby}
          </label>
        )}
      </div>
    </header>
  );
}

function Which({ schedules, schedule, change }: ToolbarProps): ReactNode {
  const field = useId();
  if (schedules.length === 1) return <span className="soft schedule-name">{schedule.name}</span>;
  return (
    <>
      <label className="unseen" htmlFor={field}>
        {scheduleWords.choose}
      </label>
      <select
        id={field}
        className="field schedule-name"
        value={schedule.id}
        onChange={(event) => change({ schedule: event.currentTarget.value })}
      >
        {schedules.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}

function Steps({ choice, span, today, change }: ToolbarProps): ReactNode {
  const step = (by: number): void => {
    const day = movedBy(choice.day ?? today, span, by);
    change({ day });
  };
  return (
    <div className="schedule-steps" role="group" aria-label={scheduleWords.days}>
      <Button local label={scheduleWords.earlier} shortcut="[" onPress={() => step(-1)}>
        <Icon name="back" />
      </Button>
      <Button local shortcut="t" onPress={() => change({ day: undefined })}>
        {scheduleWords.today}
      </Button>
      <Button local label={scheduleWords.later} shortcut="]" onPress={() => step(1)}>
        <Icon name="forward" />
      </Button>
    </div>
  );
}

/** My time or the team's, where they are not the same place; both stand on every shift's card. */
function Zone({ schedule, choice, change }: ToolbarProps): ReactNode {
  if (schedule.timezone === myZone()) {
    return <span className="soft schedule-zone">{scheduleWords.timesIn(schedule.timezone)}</span>;
  }
  return (
    <>
      <Choice
        name={scheduleWords.zone}
        options={(["mine", "team"] as const).map((value) => ({ value, words: scheduleWords.zones[value] }))}
        value={choice.zone}
        onChange={(zone) => change({ zone })}
      />
      <span className="soft schedule-zone">{choice.zone === "mine" ? myZone() : schedule.timezone}</span>
    </>
  );
}
