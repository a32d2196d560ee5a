import { publicHolidaysOf, type PublicHolidays } from "../../../shared/calendar/public-holidays.ts";
import type { ReadTeam } from "../../../shared/state/state.ts";
import type { Team } from "../../../shared/team/team.ts";
import { dateOf } from "../../../shared/time/civil.ts";
import { day } from "../../../shared/time/duration.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import type { Log } from "../ports.ts";

const yearsAhead = 10;

/** The public holidays of last year and of ten years ahead; never fails, since a team without them is better than none. */
export async function holidaysFor(
  team: Team,
  now: Instant,
  tools: { readonly publicHolidays: PublicHolidays; readonly log: Log },
): Promise<NonNullable<ReadTeam["publicHolidays"]>> {
  const { year } = dateOf(Math.floor(now / day));
  const years = { from: year - 1, to: year + yearsAhead };
  return publicHolidaysOf(team, years, tools.publicHolidays).catch((fault: unknown) => {
    tools.log("error", "public holidays failed", { fault: fault instanceof Error ? fault.name : typeof fault });
    return {};
  });
}
