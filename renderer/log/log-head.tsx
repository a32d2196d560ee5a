import { useId, useState, type ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { PastShift } from "./past-shift.ts";
import { after } from "../../shared/time/instant.ts";
import { Button } from "../components/button.tsx";
import { toClipboard } from "../components/clipboard.ts";
import { useSession } from "../store/session-context.ts";
import { exportTitle, logWords, shiftWords } from "./log-words.ts";
import { shellWords } from "../words/shell.ts";
import { myZone } from "../words/zone.ts";

export type LogFilter = { readonly only?: "automatic" | "written"; readonly by?: string };

export type LogHeadProps = {
  readonly snapshot: Snapshot;
  readonly schedules: NonNullable<Snapshot["team"]>["schedules"];
  readonly schedule: string | undefined;
  readonly shifts: readonly PastShift[];
  readonly shift: PastShift | undefined;
  readonly filter: LogFilter;
  readonly onSchedule: (id: string) => void;
  readonly onShift: (from: number | "days") => void;
  readonly onFilter: (filter: LogFilter) => void;
};

/** Which shift, what of it, and what can be done with it. */
export function LogHead(props: LogHeadProps): ReactNode {
  const { snapshot, schedules, schedule, shifts, shift, filter } = props;
  const { store } = useSession();
  const people = snapshot.team?.people ?? [];
  return (
    <div className="log-head">
      {schedules.length > 1 && (
        <Choice
          label={logWords.schedule}
          value={schedule ?? ""}
          options={schedules.map(({ id, name }) => [id, name])}
          onChange={props.onSchedule}
        />
      )}
      <Choice
        label={logWords.shift}
        wide
        value={shift === undefined ? "days" : String(shift.from)}
        options={[
          ...shifts.map((one): readonly [string, string] => [String(one.from), shiftWords(one, snapshot.now)]),
          ["days", logWords.lastDays],
        ]}
        onChange={(value) => props.onShift(value === "days" ? "days" : Number(value))}
      />
      <Choice
        label={logWords.show}
        value={filter.only ?? ""}
        options={[
          ["", logWords.everything],
          ["automatic", logWords.automatic],
          ["written", logWords.written],
        ]}
        onChange={(only) =>
          props.onFilter(only === "automatic" || only === "written" ? { ...filter, only } : omit(filter, "only"))
        }
      />
      <Choice
        label={logWords.person}
        value={filter.by ?? ""}
        options={[["", logWords.everybody], ...people.map(({ id, name }): readonly [string, string] => [id, name])]}
        onChange={(by) => props.onFilter(by === "" ? omit(filter, "by") : { ...filter, by })}
      />
      <span className="log-actions">
        <Button
          kind="primary"
          shortcut="n"
          popup="dialog"
          onPress={() => store.setState({ dialog: { kind: "log-entry" } })}
        >
          {logWords.add}
        </Button>
        <Export shift={shift} now={snapshot.now} />
      </span>
    </div>
  );
}

function omit(filter: LogFilter, key: keyof LogFilter): LogFilter {
  const { [key]: _gone, ...rest } = filter;
  return rest;
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
  /** Its words are long: it has a line of its own where room is short. */
  readonly wide?: true;
};

function Choice({ label, value, options, onChange, wide }: ChoiceProps): ReactNode {
  const field = useId();
  return (
    <span className={wide ? "log-choice log-choice-wide" : "log-choice"}>
      <label htmlFor={field}>{label}</label>
      <select id={field} className="field" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}

const month = 30 * 86_400_000;

/** The whole of the shift, not only what passes the filter. */
function Export({ shift, now }: { readonly shift: PastShift | undefined; readonly now: Snapshot["now"] }): ReactNode {
  const { commands } = useSession();
  const [said, setSaid] = useState("");
  const copy = async (format: "markdown" | "json"): Promise<void> => {
    const span = shift ?? { from: after(now, -month), to: now };
    const answer = await commands.ask("export-log", {
      title: exportTitle(shift),
      from: span.from,
      to: span.to,
      zone: myZone(),
    });
    if (!answer.ok || answer.value.kind !== "exported") {
      setSaid(logWords.notCopied);
      return;
    }
    const copied = await toClipboard(answer.value[format]);
    setSaid(!copied ? logWords.notCopied : answer.value.cut ? logWords.cut : shellWords.copied);
  };
  return (
    <>
      <Button onPress={() => void copy("markdown")}>{logWords.copyMarkdown}</Button>
      <Button onPress={() => void copy("json")}>{logWords.copyJson}</Button>
      <span className="soft" aria-live="polite">
        {said}
      </span>
    </>
  );
}
