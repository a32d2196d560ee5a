import type Holidays from "date-holidays";
import type { HolidaysTypes } from "date-holidays";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { HolidayQuestion, UnknownRegion } from "../../../shared/calendar/public-holidays.ts";
import type { Holiday } from "../../../shared/team/team.ts";
import { formatDate, parseDate, type LocalDate } from "../../../shared/time/civil.ts";
import { hour } from "../../../shared/time/duration.ts";

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
  const [name = "", ...parts] = region.split("-");
  const lists = new Calendar();
  const country = keyIn(lists.getCountries(), name);
  if (country === undefined || parts.length > 2) return undefined;
  const [state, district] = parts;
  if (state === undefined) return new Calendar({ country }, onlyPublic);
  const stateKey = keyIn(lists.getStates(country), state);
  if (stateKey === undefined) return undefined;
  if (district === undefined) return new Calendar({ country, state: stateKey }, onlyPublic);
  const districtKey = keyIn(lists.getRegions(country, stateKey), district);
  return districtKey === undefined
    ? undefined
    : new Calendar({ country, state: stateKey, region: districtKey }, onlyPublic);
}

const onlyPublic: HolidaysTypes.Options = { types: ["public"] };

/** The list's own spelling of a name. */
const keyIn = (list: object | undefined, name: string): string | undefined =>
  Object.keys(list ?? {}).find((key) => key.toUpperCase() === name.toUpperCase());

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
