import { publicHolidaysAttribution } from "../../shared/calendar/public-holidays.ts";
import { holidayDays, type HolidayDay } from "../../shared/schedule/holidays.ts";
import { watches } from "../../shared/schedule/resolve.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { nameOf } from "../../shared/team/lookup.ts";
import type { PersonId, Schedule, Team } from "../../shared/team/team.ts";
import { foundText } from "../../shared/team-file/team-problem.ts";
import { dayOf, wallOn } from "../../shared/time/civil.ts";
import { toInstant } from "../../shared/time/zoned.ts";
import { askedSchedule, type Refusal } from "./asked-team.ts";
import type { Command, Given } from "./command.ts";
import { refuse } from "./oncall.ts";
import { askedInForce, type Times } from "./team-in-force.ts";

/** `baton holidays`: the holidays of a year, and who is on duty on each (003-3). */
export const holidays: Command = {
  name: "holidays",
  about: "List the holidays of a year and who is on duty",
  words: [],
  flags: [
    { name: "team", value: "FILE", required: true, about: "the team file" },
    { name: "year", value: "YEAR", required: true, about: "such as 2027" },
    { name: "schedule", value: "ID", about: "one schedule instead of all" },
    { name: "json", about: "print JSON" },
  ],
  async run(given, terminal) {
    const year = askedYear(given);
    if (!year.ok) return refuse(year.error, terminal);
    const team = await askedInForce(given, ({ timezone }) => ok(wholeYear(year.value, timezone)), terminal);
    if (!team.ok) return refuse(team.error, terminal);
    const schedule = askedSchedule(given, team.value);
    if (!schedule.ok) return refuse(schedule.error, terminal);
    const schedules = schedule.value ? [schedule.value] : team.value.schedules;
    const lists = schedules.map((each) => ({ schedule: each, days: daysIn(each, team.value, year.value) }));
    const regions = schedules.some((each) => each.holidays.regions.length > 0);
    if (given.flags.has("json")) terminal.out(asJson(lists, regions));
    else {
      for (const list of lists) terminal.out(asText(list, team.value));
      if (regions) terminal.out(`${publicHolidaysAttribution.text} (${publicHolidaysAttribution.licence})`);
    }
    return 0;
  },
};

function askedYear({ flags }: Given): Result<number, Refusal> {
  const text = flags.get("year") ?? "";
  if (/^(19[7-9]\d|20\d\d|21\d\d)$/.test(text)) return ok(Number(text));
  return err({ code: 2, lines: [`--year ${foundText(text)} is no year from 1970 to 2199`] });
}

const wholeYear = (year: number, zone: string): Times => ({
  from: toInstant(zone, wallOn(dayOf({ year, month: 1, day: 1 }), 0)),
  to: toInstant(zone, wallOn(dayOf({ year: year + 1, month: 1, day: 1 }), 0) - 1),
});

type Day = HolidayDay & { readonly duty: readonly PersonId[] | "unknown" };
type List = { readonly schedule: Schedule; readonly days: readonly Day[] };

const daysIn = (schedule: Schedule, team: Team, year: number): readonly Day[] =>
  holidayDays(schedule)
    .filter(({ date }) => date.startsWith(`${year}-`))
    .map((day) => ({ ...day, duty: dutyOn(schedule, team, day) }));

/** Who is primary at any time of the day, in their order. */
function dutyOn(schedule: Schedule, team: Team, day: HolidayDay): Day["duty"] {
  const found = watches(schedule, team, day);
  if (found.some(({ state }) => state === "unknown")) return "unknown";
  return [...new Set(found.flatMap(({ people }) => people.primary))];
}

function asText({ schedule, days }: List, team: Team): string {
  const width = Math.max(0, ...days.map(({ name }) => name.length));
  const rows = days.map(({ date, name, duty }) => {
    const people = duty === "unknown" ? duty : duty.map((id) => nameOf(team, id)).join(", ") || "nobody";
    return `  ${date}  ${name.padEnd(width)}  ${people}`;
  });
  return [`${schedule.id}: ${schedule.holidays.policy}`, ...(rows.length > 0 ? rows : ["  no holidays"])].join("\n");
}

function asJson(lists: readonly List[], regions: boolean): string {
  const schedules = lists.map(({ schedule, days }) => ({
    id: schedule.id,
    policy: schedule.holidays.policy,
    holidays: days.map(({ date, name, duty }) => ({ date, name, primary: duty === "unknown" ? null : duty })),
  }));
  return JSON.stringify({ schedules, ...(regions && { attribution: publicHolidaysAttribution }) });
}
