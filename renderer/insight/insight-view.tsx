import { useId, useState, type ReactNode } from "react";
import type { InsightView as Figures } from "../../shared/insight/insight-shape.ts";
import { useScreen } from "../store/session-context.ts";
import { useAsked, valueOf } from "../store/use-asked.ts";
import { insightWords, restsWords, spans, spanWords, type SpanWeeks } from "./insight-words.ts";
import { FiguresPart } from "./figures-part.tsx";
import { personColumns, serviceColumns, weekColumns } from "./figure-table.ts";
import { HeatMap } from "./heat-map.tsx";
import { Tiles } from "./tiles.tsx";
import { WeeksChart } from "./weeks-chart.tsx";

/** What the team's incidents add up to. */
export function InsightView(): ReactNode {
  const team = useScreen((screen) => screen.snapshot?.team?.id);
  const [weeks, setWeeks] = useState<SpanWeeks>(13);
  const field = useId();
  return (
    <section className="view insight" aria-label={insightWords.insight}>
      <div className="insight-head">
        <h1>{insightWords.insight}</h1>
        <label className="unseen" htmlFor={field}>
          {insightWords.span}
        </label>
        <select
          id={field}
          className="field"
          value={weeks}
          onChange={({ currentTarget }) => setWeeks(spans.find((one) => String(one) === currentTarget.value) ?? 13)}
        >
          {spans.map((one) => (
            <option key={one} value={one}>
              {spanWords(one)}
            </option>
          ))}
        </select>
      </div>
      {team === undefined ? <p className="soft">{insightWords.noTeam}</p> : <Asked weeks={weeks} />}
    </section>
  );
}

function Asked({ weeks }: { readonly weeks: SpanWeeks }): ReactNode {
  // Incidents that begin and end change the figures.
  const revision = useScreen((screen) => JSON.stringify([screen.snapshot?.counts, screen.snapshot?.team?.id]));
  const asked = useAsked("insight", { weeks }, { revision });
  if (asked.kind === "asking") return <p className="soft">{insightWords.loading}</p>;
  const figures = valueOf(asked);
  if (figures === undefined || figures === null) return <p className="trouble">{insightWords.failed}</p>;
  return (
    <>
      <p className="soft">{restsWords(figures)}</p>
      {figures.opened === 0 ? <p className="insight-none">{insightWords.none}</p> : <OfIncidents figures={figures} />}
      {figures.people.length > 0 && (
        <FiguresPart
          title={insightWords.people}
          about={insightWords.peopleAbout}
          columns={personColumns(figures.people)}
          rows={figures.people}
          keyOf={({ person }) => person}
        />
      )}
    </>
  );
}

function OfIncidents({ figures }: { readonly figures: Figures }): ReactNode {
  return (
    <>
      <Tiles insight={figures} />
      <FiguresPart
        title={insightWords.weeks}
        columns={weekColumns(figures.zone)}
        rows={figures.weeks}
        keyOf={({ from }) => String(from)}
      >
        <WeeksChart weeks={figures.weeks} zone={figures.zone} />
      </FiguresPart>
      <HeatMap hours={figures.hours} />
      <FiguresPart
        title={insightWords.services}
        columns={serviceColumns}
        rows={figures.services}
        keyOf={({ service }) => service ?? ""}
      />
    </>
  );
}
