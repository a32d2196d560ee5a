import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { day, hour, minute, second } from "../../shared/time/duration.ts";
import type { Instant } from "../../shared/time/instant.ts";

/** Times in milliseconds at instants in order; null where there is no figure. */
export type TimesDrawing = {
  readonly at: readonly Instant[];
  readonly mean: readonly (number | null)[];
  readonly median: readonly (number | null)[];
  readonly p90: readonly (number | null)[];
  readonly dateWords: (at: Instant) => string;
  readonly lengthWords: (milliseconds: number) => string;
};

const height = 180;

/** What the lines across may be apart, so that each stands at a time that is read at a glance. */
const steps = [
  ...[1, 5, 15, 30].map((seconds) => seconds * second),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hour),
  ...[1, 2, 7, 14, 28, 91, 364].map((days) => days * day),
];

/** Draws into `box`, in its width and the scheme's colours as they change, until it is cancelled. */
export function drawTimes(box: HTMLElement, drawing: TimesDrawing): () => void {
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  let chart = plot(box, drawing);
  const redraw = (): void => {
    chart.destroy();
    chart = plot(box, drawing);
  };
  const size = new ResizeObserver(() => chart.setSize({ width: box.clientWidth, height }));
  size.observe(box);
  scheme.addEventListener("change", redraw);
  return () => {
    size.disconnect();
    scheme.removeEventListener("change", redraw);
    chart.destroy();
  };
}

function plot(box: HTMLElement, { at, mean, median, p90, dateWords, lengthWords }: TimesDrawing): uPlot {
  const colour = colours(box);
  const axis = {
    stroke: colour("--text-soft"),
    grid: { stroke: colour("--line"), width: 1 },
    ticks: { show: false },
    font: `12px ${getComputedStyle(box).fontFamily}`,
  };
  const edge = { stroke: "transparent", points: { show: false }, spanGaps: false };
  const options: uPlot.Options = {
    width: box.clientWidth,
    height,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false }, y: { range: (_plot, _low, high) => [0, high > 0 ? high * 1.1 : 60_000] } },
    axes: [
      {
        ...axis,
        size: 28,
        space: 72,
        grid: { show: false },
        values: (_plot, marks) => marks.map((mark) => label(mark)),
      },
      {
        ...axis,
        size: 56,
        space: 36,
        incrs: [...steps],
        values: (_plot, marks) => marks.map((mark) => lengthWords(mark)),
      },
    ],
    // The line comes last: what is drawn later lies over what was drawn before.
    series: [{}, edge, edge, { stroke: colour("--accent"), width: 2, points: { size: 5, fill: colour("--accent") } }],
    bands: [{ series: [2, 1], fill: colour("--accent-wash") }],
    padding: [8, 12, 0, 0],
  };
  // Weeks are placed by their number, so that each is as wide as any other; between two of them stands no date.
  const label = (mark: number): string => {
    const instant = Number.isInteger(mark) ? at[mark] : undefined;
    return instant === undefined ? "" : dateWords(instant);
  };
  return new uPlot(options, [at.map((_, index) => index), [...median], [...p90], [...mean]], box);
}

function colours(box: HTMLElement): (token: string) => string {
  const style = getComputedStyle(box);
  return (token) => style.getPropertyValue(token).trim();
}
