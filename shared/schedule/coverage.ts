import type { Coverage, Hours, Weekday, Zone } from "../team/team.ts";
import { dateOf, dayOf, daysInMonth, knownTime, splitWall, wallOn, weekdayOf } from "../time/civil.ts";
import type { DayNumber, Wall } from "../time/civil.ts";
import { toInstant, toWall } from "../time/zoned.ts";
import type { Span } from "./shift.ts";
import { joined } from "../time/span.ts";
import { overlap } from "./shift.ts";

/** Coverage as wall times of a zone. */
export type Opening =
  | { readonly kind: "always" }
  | { readonly kind: "last-week-of-month" }
  | { readonly kind: "windows"; readonly windows: readonly DayWindow[] };

/** Milliseconds since the midnight of the day on which it begins; `to` may lie on the following day. */
type DayWindow = { readonly days: readonly Weekday[]; readonly from: number; readonly to: number };

const dayLength = 86_400_000;

/** What a rotation's coverage means; `working-hours` are the team's, as wall times of the rotation's own zone. */
export function openingOf(coverage: Coverage, workingHours: Hours): Opening {
  switch (coverage.kind) {
    case "always":
    case "last-week-of-month":
      return coverage;
    case "working-hours":
      return windowsOf([workingHours]);
    case "windows":
      return windowsOf(coverage.windows);
  }
}

/** Coverage by weekdays and hours; an end at or before the beginning is on the following day. */
export function windowsOf(windows: readonly Hours[]): Opening {
  return {
    kind: "windows",
    windows: windows.map(({ days, from, to }) => {
      const [opens, closes] = [knownTime(from), knownTime(to)];
      return { days, from: opens, to: closes > opens ? closes : closes + dayLength };
    }),
  };
}

/**
 * When the coverage is open within a span: in order, apart from each other, cut to the span. A window that a spring gap
 * swallows whole is left out.
 */
export function openSpans(opening: Opening, zone: Zone, span: Span): readonly Span[] {
  if (opening.kind === "always") return [span];
  const first = splitWall(toWall(zone, span.from)).day;
  const last = splitWall(toWall(zone, span.to)).day;
  const found: Span[] = [];
  // A window that is open at the span's start began two days before it at the earliest (a zone may skip a day).
  for (let day = first - 2; day <= last; day += 1) {
    for (const [from, to] of wallSpans(opening, day)) {
      const cut = overlap({ from: toInstant(zone, from), to: toInstant(zone, to) }, span);
      if (cut) found.push(cut);
    }
  }
  return joined(found);
}

/** The wall spans that begin on a day. */
function wallSpans(opening: Opening, day: DayNumber): readonly (readonly [Wall, Wall])[] {
  switch (opening.kind) {
    case "always":
      return [[wallOn(day, 0), wallOn(day + 1, 0)]];
    case "last-week-of-month":
      return daysLeftInMonth(day) < 7 ? [[wallOn(day, 0), wallOn(day + 1, 0)]] : [];
    case "windows": {
      const weekday = weekdayOf(day);
      return opening.windows.flatMap(({ days, from, to }) =>
        days.includes(weekday) ? [[wallOn(day, from), wallOn(day, to)] as const] : [],
      );
    }
  }
}

function daysLeftInMonth(day: DayNumber): number {
  const { year, month } = dateOf(day);
  return dayOf({ year, month, day: daysInMonth(year, month) }) - day;
}
