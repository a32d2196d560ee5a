import { teamInForce } from "../../shared/behaviour/calendar/team-in-force.ts";
import { publicHolidaysOf } from "../../shared/calendar/public-holidays.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { Team } from "../../shared/team/team.ts";
import { dateOf, dayOf, wallOn } from "../../shared/time/civil.ts";
import { day } from "../../shared/time/duration.ts";
import { instant, type Instant } from "../../shared/time/instant.ts";
import type { Span } from "../../shared/time/span.ts";
import { calendarFailure } from "../core/words/calendar-failure-words.ts";
import { publicHolidays } from "../node/calendar/public-holidays.ts";
import { askedTeam, type Refusal } from "./asked-team.ts";
import type { Given, Terminal } from "./command.ts";
import { readFileCalendars } from "./file-calendars.ts";

/** What is to be known: from the year before the first instant to the one after the last. */
export type Times = { readonly from: Instant; readonly to: Instant };

/** The team as it is in force over a span, by its public holidays and the calendars that are files. What is not known is said aside. */
export async function inForce(
  { team, path }: { readonly team: Team; readonly path: string },
  times: Times,
  terminal: Terminal,
): Promise<Team> {
  const years = { from: yearOf(times.from) - 1, to: yearOf(times.to) + 1 };
  const window: Span = { from: newYear(years.from), to: newYear(years.to + 1) };
  const calendars = await readFileCalendars(team, path, { window, now: terminal.now() });
  for (const { calendar, failure } of calendars.failed) {
    terminal.err(`calendar ${calendar.id} is not known: ${calendarFailure(failure)}`);
  }
  for (const { id } of calendars.remote) {
    terminal.err(`calendar ${id} is not known: it is no file, and this command does not ask the network`);
  }
  const holidays = await publicHolidaysOf(team, years, publicHolidays);
  return teamInForce(team, { publicHolidays: holidays, calendars: calendars.known });
}

/** The team of `--team` as it is in force over a span that may depend on it. */
export async function askedInForce(
  given: Given,
  timesOf: (team: Team) => Result<Times, Refusal>,
  terminal: Terminal,
): Promise<Result<Team, Refusal>> {
  const declared = askedTeam(given);
  if (!declared.ok) return declared;
  const times = timesOf(declared.value);
  if (!times.ok) return times;
  const path = given.flags.get("team") ?? "";
  return ok(await inForce({ team: declared.value, path }, times.value, terminal));
}

const yearOf = (at: Instant): number => dateOf(Math.floor(at / day)).year;
const newYear = (year: number): Instant => instant(wallOn(dayOf({ year, month: 1, day: 1 }), 0));
