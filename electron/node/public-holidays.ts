import type Holidays from "date-holidays";
import type { HolidaysTypes } from "date-holidays";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Holiday } from "../../shared/schedule/shift.ts";
import { formatDate, parseDate, type LocalDate } from "../../shared/time/civil.ts";
import { hour } from "../../shared/time/duration.ts";

/** What the licence of the data asks to be said wherever the holidays are shown (CC BY-SA 3.0; it comes of Wikipedia's articles). */
export const publicHolidaysAttribution = {
  text: "Public holidays: date-holidays by commenthol and contributors, CC BY-SA 3.0, from Wikipedia",
  source: "https://github.com/commenthol/date-holidays",
  licence: "https://creativecommons.org/licenses/by-sa/3.0/",
} as const;

export type UnknownRegion = { readonly kind: "unknown-region"; readonly region: string };

/** Regions as team files name them (`DK`, `DE-BY`, `US-LA-NO`), and the years that are asked about, both included. */
export type HolidayQuestion = {
  readonly regions: readonly string[];
  readonly from: number;
  readonly to: number;
};

type Package = typeof Holidays;

/**
 * The public holidays of all regions by date, one per date: the earlier region's, in English where the data has it. Days that are holidays
 * from some hour on are left out, since a holiday is a whole day.
 */
export async function publicHolidays({
  regions,
  from,
  to,
}: HolidayQuestion): Promise<Result<readonly Holiday[], UnknownRegion>> {
  // A megabyte and a half of rules, which nobody waits for who has no regions.
  const { default: Calendar } = await import("date-holidays");
  const names = new Map<LocalDate, string>();
  for (const region of regions) {
    const calendar = openRegion(Calendar, region);
    if (!calendar) return err({ kind: "unknown-region", region });
    for (let year = from; year <= to; year += 1) {
      for (const holiday of calendar.getHolidays(year, "en")) {
        for (const date of daysOf(holiday)) if (!names.has(date)) names.set(date, holiday.name);
      }
    }
  }
  const inOrder = [...names].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return ok(inOrder.map(([date, name]) => ({ date, name })));
}

/** The package takes a region that it does not know for one without holidays, so it is asked for its lists first. */
function openRegion(Calendar: Package, region: string): Holidays | undefined {
  const [country = "", state, district, ...rest] = region.toUpperCase().split("-");
  const lists = new Calendar();
  const has = (list: object | undefined, name: string): boolean => list !== undefined && Object.hasOwn(list, name);
  if (rest.length > 0 || !has(lists.getCountries(), country)) return undefined;
  if (state !== undefined && !has(lists.getStates(country), state)) return undefined;
  if (state !== undefined && district !== undefined && !has(lists.getRegions(country, state), district)) {
    return undefined;
  }
  const place = { country, ...(state !== undefined && { state }), ...(district !== undefined && { region: district }) };
  return new Calendar(place, { types: ["public"] });
}

/** By sunset: the day begins six hours before its date does, in the package's words "2027-03-09 00:00:00 -0600". */
const sunset = " -0600";

/** The dates of a holiday. Its length is that of real hours, so that days on which clocks change are an hour off. */
function daysOf({ date, start, end }: HolidaysTypes.Holiday): readonly LocalDate[] {
  const [day = "", time] = date.split(" ");
  const first = parseDate(day);
  if (first === undefined || time !== "00:00:00") return [];
  const before = date.endsWith(sunset) ? 6 : 0;
  const hours = (end.getTime() - start.getTime()) / hour - before;
  const count = Math.max(1, Math.floor((hours + 1) / 24));
  return Array.from({ length: count }, (_, index) => formatDate(first + index));
}
