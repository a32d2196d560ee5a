import { useEffect, useRef, type ReactNode } from "react";
import type { InsightView } from "../../shared/insight/insight-shape.ts";
import { drawTimes, type TimesDrawing } from "../components/times-chart.ts";
import { dateWords, insightWords, lengthWords } from "./insight-words.ts";

type Week = InsightView["weeks"][number];

/** MTTA and MTTR over the weeks, each with the band from half to nine tenths of its incidents. */
export function WeeksChart({ weeks, zone }: { readonly weeks: readonly Week[]; readonly zone: string }): ReactNode {
  return (
    <div className="insight-charts">
      <Chart title={insightWords.mtta} weeks={weeks} zone={zone} of="acknowledge" />
      <Chart title={insightWords.mttr} weeks={weeks} zone={zone} of="resolve" />
    </div>
  );
}

type ChartProps = {
  readonly title: string;
  readonly weeks: readonly Week[];
  readonly zone: string;
  readonly of: "acknowledge" | "resolve";
};

function Chart({ title, weeks, zone, of }: ChartProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null) return;
    const drawing: TimesDrawing = {
      at: weeks.map(({ from }) => from),
      mean: weeks.map((week) => week[of]?.mean ?? null),
      median: weeks.map((week) => week[of]?.median ?? null),
      p90: weeks.map((week) => week[of]?.p90 ?? null),
      dateWords: (at) => dateWords(at, zone).replace(/ \d{4}$/, ""),
      lengthWords,
    };
    return drawTimes(box.current, drawing);
  }, [weeks, zone, of]);
  return (
    <figure className="insight-chart">
      <figcaption>
        {title} <span className="soft">{insightWords.band}</span>
      </figcaption>
      <div ref={box} className="insight-canvas" aria-hidden="true" />
    </figure>
  );
}
