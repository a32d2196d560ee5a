import { isOver } from "../../shared/incident/deadline.ts";
import { memo, type ReactNode } from "react";
import type { IncidentRow } from "../../shared/incident/incident-shape.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { length } from "../../shared/time/phrase.ts";
import { OutsideLine } from "../components/outside-text.tsx";
import { SeverityGlyph } from "../components/severity.tsx";
import { Ticking } from "../components/ticking.tsx";
import { useNow } from "../components/use-now.ts";
import { dueWords, standingPhrase, standingWord } from "../words/incident.ts";
import { severityWords } from "../../shared/words/severity-words.ts";
import { listWords } from "./list-words.ts";
import { wholeMoment } from "../words/zone.ts";

export type IncidentRowLineProps = {
  readonly row: IncidentRow;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly active: boolean;
  readonly chosen: boolean;
};

/** The cells of a row; which of them stand where is for styles/incidents.css to say. */
export const IncidentRowLine = memo(function IncidentRowLine({
  row,
  index,
  top,
  height,
  active,
  chosen,
}: IncidentRowLineProps): ReactNode {
  const { dueAt } = row;
  return (
    <div
      role="row"
      id={rowId(row.id)}
      data-id={row.id}
      className={`row row-${row.standing}${row.suppressed ? " row-suppressed" : ""}${row.mine ? " row-mine" : ""}`}
      style={{ transform: `translateY(${top}px)`, height }}
      tabIndex={active ? 0 : -1}
      // The header is row 1.
      aria-rowindex={index + 2}
      aria-selected={chosen}
    >
      <div role="gridcell" className="cell-chosen">
        <span className="row-check" data-check aria-hidden="true" />
      </div>
      <div role="gridcell" className="cell-severity" title={severityWords[row.severity]}>
        <SeverityGlyph severity={row.severity} />
        <span className="unseen">{severityWords[row.severity]}</span>
      </div>
      <div role="gridcell" className="cell-title">
        <span className="row-title">
          <OutsideLine text={row.title} />
        </span>
        {row.mine && <span className="unseen">{listWords.mark.mine}</span>}
        {row.investorImpact && <span className="unseen">{listWords.mark.investorImpact}</span>}
        {row.unconfirmed && <span className="tag">{listWords.mark.unconfirmed}</span>}
      </div>
      <div role="gridcell" className="cell-service soft">
        <OutsideLine text={row.serviceName ?? row.service ?? row.source} limit={80} />
      </div>
      <div role="gridcell" className="cell-state">
        <span className="row-state">{standingWord(row)}</span>
        <span className="unseen">
          <Ticking text={(now) => standingPhrase(row, now)} />
        </span>
      </div>
      <div role="gridcell" className="cell-due numbers" title={dueAt === undefined ? undefined : wholeMoment(dueAt)}>
        {dueAt !== undefined && row.standing !== "resolved" && <Due dueAt={dueAt} />}
      </div>
      <div role="gridcell" className="cell-age numbers soft" title={wholeMoment(row.startedAt)}>
        <Ticking text={(now) => length(Math.max(0, now - row.startedAt))} />
      </div>
    </div>
  );
});

function Due({ dueAt }: { readonly dueAt: Instant }): ReactNode {
  const over = useNow((now) => isOver(dueAt, now));
  return <Ticking className={over ? "row-over" : ""} text={(now) => dueWords(dueAt, now)} />;
}

/** An id that a document may have, whatever the incident's own looks like. */
export const rowId = (id: string): string => `row-${encodeURIComponent(id)}`;
