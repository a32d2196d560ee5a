import { useId, type ReactNode } from "react";
import { CopyButton } from "../components/copy-button.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { insightWords } from "./insight-words.ts";
import { csvOf, type Column } from "./figure-table.ts";

type PartProps<T> = {
  readonly title: string;
  readonly about?: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** A drawing; the table then stands behind it. */
  readonly children?: ReactNode;
};

/** One part of the view: its drawing where it has one, its numbers as a table, and both to take along. */
export function FiguresPart<T>({ title, about, columns, rows, keyOf, children }: PartProps<T>): ReactNode {
  const heading = useId();
  const table = <FigureTable {...{ title, columns, rows, keyOf }} />;
  return (
    <section className="insight-part" aria-labelledby={heading}>
      <div className="insight-part-head">
        <h2 id={heading}>{title}</h2>
        <CopyButton
          kind="plain"
          label={`${insightWords.copyCsv}: ${title}`}
          text={() => csvOf(columns, rows)}
          words={insightWords.copyCsv}
        />
      </div>
      {about !== undefined && <p className="soft">{about}</p>}
      {children === undefined ? (
        table
      ) : (
        <>
          {children}
          <details className="insight-behind">
            <summary>{insightWords.asTable}</summary>
            {table}
          </details>
        </>
      )}
    </section>
  );
}

function FigureTable<T>({ title, columns, rows, keyOf }: Omit<PartProps<T>, "about" | "children">): ReactNode {
  const [first, ...others] = columns;
  if (first === undefined) return null;
  return (
    <div className="insight-scroll" tabIndex={0} role="group" aria-label={title}>
      <table className="insight-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">
                <OutsideLine text={first.shown(row)} />
              </th>
              {others.map((column) => (
                <td key={column.title} className="numbers">
                  {column.shown(row)}
                  {column.weight !== undefined && (
                    <span
                      className="insight-bar"
                      aria-hidden="true"
                      style={{ width: `${column.weight(row) * 100}%` }}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
