import type { Result } from "../result.ts";
import type { Holiday, ScheduleId, Team } from "../team/team.ts";

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

/** Knows the public holidays of regions. */
export type PublicHolidays = (question: HolidayQuestion) => Promise<Result<readonly Holiday[], UnknownRegion>>;

/** Whether any schedule of a team has holidays by region. */
export const usesRegions = ({ schedules }: Team): boolean =>
  schedules.some(({ holidays }) => holidays.regions.length > 0);

/** The public holidays of each schedule that names regions. A team file names none that are not known. */
export async function publicHolidaysOf(
  { schedules }: Team,
  years: Pick<HolidayQuestion, "from" | "to">,
  ask: PublicHolidays,
): Promise<Readonly<Record<ScheduleId, readonly Holiday[]>>> {
  const found: Record<ScheduleId, readonly Holiday[]> = {};
  for (const { id, holidays } of schedules) {
    if (holidays.regions.length === 0) continue;
    const known = await ask({ regions: holidays.regions, ...years });
    if (known.ok) found[id] = known.value;
  }
  return found;
}
