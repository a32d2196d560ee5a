import { useId, useState, type ReactNode } from "react";
import type { ScheduleView, ShownFairness } from "../../shared/schedule/schedule-view-shape.ts";
import { Button } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { amount, fairnessBasis, fairnessColumns, fairnessWords } from "./fairness-words.ts";
import type { Names } from "./shift-why-words.ts";

export type FairnessTableProps = {
  readonly view: ScheduleView;
  readonly me: string | undefined;
  readonly names: Names;
};

type Over = keyof ScheduleView["fairness"];

/** So many people are shown at first: those who carry most. */
const few = 12;

/** How the duty is shared out: a table whose figures are also bars. */
export function FairnessTable({ view, me, names }: FairnessTableProps): ReactNode {
  const [over, setOver] = useState<Over>("shown");
  const heading = useId();
  const found = view.fairness[over];
  return (
    <section className="fairness" aria-labelledby={heading}>
      <div className="fairness-head">
        <h2 id={heading}>{fairnessWords.title}</h2>
        {found.loads.length > 0 && (
          <p className="fairness-index">
            <span className="fairness-number numbers">{found.index}</span>{" "}
            <span className="soft">{fairnessWords.of}</span>
          </p>
        )}
        <Choice
          name={fairnessWords.over}
          options={(["shown", "last", "next"] as const).map((value) => ({ value, words: fairnessWords.spans[value] }))}
          value={over}
          onChange={setOver}
        />
      </div>
      {found.loads.length === 0 ? (
        <p className="soft">{fairnessWords.empty}</p>
      ) : (
        <>
          <Loads loads={found.loads} me={me} names={names} />
          <p className="soft fairness-basis">{fairnessBasis(found, over === "shown" ? view.zone : view.timezone)}</p>
        </>
      )}
    </section>
  );
}

type LoadsProps = Pick<ShownFairness, "loads"> & Pick<FairnessTableProps, "me" | "names">;

function Loads({ loads, me, names }: LoadsProps): ReactNode {
  const [all, setAll] = useState(false);
  const ordered = loads.toSorted((a, b) => b.hours - a.hours);
  // Sorting is stable: of those who carry the same, the first of the file.
  const shown = all || loads.length <= few ? ordered : ordered.slice(0, few);
  const most = new Map(fairnessColumns.map((column) => [column, Math.max(...loads.map((load) => load[column]))]));
  return (
    <>
      <table className="loads">
        <thead>
          <tr>
            <th scope="col">{fairnessWords.person}</th>
            {fairnessColumns.map((column) => (
              <th key={column} scope="col" className={`load load-${column}`}>
                {fairnessWords.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((load) => (
            <tr key={load.person} className={load.person === me ? "load-mine" : ""}>
              <th scope="row">
                <OutsideLine text={names(load.person)} limit={80} />
              </th>
              {fairnessColumns.map((column) => (
                <td key={column} className={`load load-${column} numbers`}>
                  {amount(load[column])}
                  <Bar share={load[column] / (most.get(column) ?? 1)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < loads.length && (
        <Button kind="plain" local onPress={() => setAll(true)}>
          {fairnessWords.all(loads.length)}
        </Button>
      )}
    </>
  );
}

/** The figure again, as a share of the largest in its column. */
function Bar({ share }: { readonly share: number }): ReactNode {
  return (
    <span className="load-bar" aria-hidden="true">
      <span className="load-fill" style={{ width: `${Number.isFinite(share) ? Math.round(share * 100) : 0}%` }} />
    </span>
  );
}
