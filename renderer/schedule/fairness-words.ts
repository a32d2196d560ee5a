import type { ScheduleView, ShownFairness } from "../../shared/schedule/schedule-view-shape.ts";
import { dateWords, localDay } from "../../shared/time/phrase.ts";
import { dateOf } from "../../shared/time/civil.ts";
import { after } from "../../shared/time/instant.ts";
import { count } from "../../shared/text/sentence.ts";

export const fairnessWords = {
  title: "Fairness",
  index: "Index",
  of: "of 100",
  over: "Over",
  spans: { shown: "Days shown", last: "Last 13 weeks", next: "Next 13 weeks" } satisfies Readonly<
    Record<keyof ScheduleView["fairness"], string>
  >,
  person: "Person",
  columns: {
    shifts: "Shifts",
    hours: "Hours",
    weekendHours: "Weekend",
    holidayHours: "Holiday",
    nightHours: "Night",
  },
  empty: "Nobody takes turns in this schedule.",
  all: (people: number): string => `Show all ${people.toLocaleString("en-US")} people`,
} as const;

export type FairnessColumn = keyof typeof fairnessWords.columns;
export const fairnessColumns = Object.keys(fairnessWords.columns) as readonly FairnessColumn[];

/** Whole hours, and tenths where they are few. */
export const amount = (value: number): string =>
  (value < 10 ? Math.round(value * 10) / 10 : Math.round(value)).toLocaleString("en-US");

/** What the figures rest on, and what the index means. */
export function fairnessBasis({ from, to, loads }: ShownFairness, zone: string): string {
  const shifts = loads.reduce((sum, load) => sum + load.shifts, 0);
  const hours = loads.reduce((sum, load) => sum + load.hours, 0);
  const day = (of: number): string => `${dateWords(of)} ${dateOf(of).year}`;
  // The span ends with the day before the one that begins at its end.
  const last = localDay(after(to, -1), zone);
  return `Primary duty from ${day(localDay(from, zone))} to ${day(last)}: ${count(loads.length, "person", "people")}, ${count(shifts, "shift")}, ${count(Math.round(hours), "hour")}. 100 means that all carry the same; hours at night, on weekends and on holidays weigh double.`;
}
