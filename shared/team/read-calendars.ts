import { minute } from "../time/duration.ts";
import type { CalendarUse, DeclaredCalendar, EventRule } from "./calendar.ts";
import { pollOfCalendar, readCalendarConfig } from "../providers/calendars.ts";
import { readReach } from "../providers/reach.ts";
import type { RuleFile } from "../providers/ics.ts";
import { calendarSchema, type CalendarFile } from "./calendar-schema.ts";
import { checkId } from "../team-file/known-ids.ts";
import { checkZone, durationOf } from "../team-file/local-value.ts";
import { itemsOf, type Item, type Reading } from "../team-file/reading.ts";
import { isWritten } from "../team-file/review.ts";
import type { Person, Role, Schedule, Zone } from "./team.ts";
import { foundText } from "../team-file/team-problem.ts";
import { most } from "./team-schema.ts";

const defaultPoll = 15 * minute;
const shortestPoll = minute;

/** The parts of the file that calendars name, read already. */
export type CalendarSubjects = { readonly people: readonly Person[]; readonly schedules: readonly Schedule[] };

/** The calendars of the file, of all kinds. */
export function readCalendars(reading: Reading, subjects: CalendarSubjects): readonly DeclaredCalendar[] {
  const list = { schema: calendarSchema, least: 0, most: most.sources };
  return itemsOf(reading.review, "calendars", list).flatMap((item) => readCalendar(reading, item, subjects));
}

function readCalendar(
  reading: Reading,
  item: Item<CalendarFile>,
  subjects: CalendarSubjects,
): readonly DeclaredCalendar[] {
  const { value, path } = item;
  const config = readCalendarConfig(value.kind, item, reading);
  const use = readUse(reading, item);
  const { map = [], timezone: written }: EventKeys = value;
  const rules = map.map((rule, index) => readRule(reading, { value: rule, path: [...path, "map", index] }, value.use));
  if (written !== undefined) checkZone(reading.review, [...path, "timezone"], written);
  const poll = value.poll === undefined ? ((config && pollOfCalendar(config)) ?? defaultPoll) : durationOf(value.poll);
  if (poll < shortestPoll) {
    const expected = "1m or more";
    reading.review.problem([...path, "poll"], { kind: "out-of-range", found: foundText(value.poll), expected });
  }
  const reach = readReach(reading.review, item);
  if (!config || !use) return [];
  const timezone = written ?? zoneOf(use, subjects) ?? reading.timezone;
  return [{ id: value.id, name: value.name ?? value.id, poll, timezone, use, rules, config, ...(reach && { reach }) }];
}

/** Keys by which events become shifts, absences and holidays; calendars that are nothing but shifts have none of them. */
type EventKeys = Pick<CalendarFile, "use"> & {
  readonly map?: readonly RuleFile[];
  readonly timezone?: string;
  readonly role?: Role;
};

const zoneOf = (use: CalendarUse, { people, schedules }: CalendarSubjects): Zone | undefined =>
  use.kind === "away"
    ? people.find(({ id }) => id === use.person)?.timezone
    : schedules.find(({ id }) => id === use.schedule)?.timezone;

/** Keys that say nothing for a use. */
const idle = { holidays: ["person", "role"], shifts: ["person"], away: ["schedule", "role"] } as const;

function readUse({ review, wants }: Reading, { value, path }: Item<CalendarFile>): CalendarUse | undefined {
  const { use, schedule, person } = value;
  const { role }: EventKeys = value;
  const written = { schedule, person, role };
  for (const key of idle[use]) {
    if (written[key] === undefined) continue;
    const expected = `no ${key}, since it is used for ${use}`;
    review.keyProblem([...path, key], { kind: "conflict", found: foundText(written[key]), expected });
  }
  if (schedule !== undefined) checkId(review, [...path, "schedule"], { id: schedule, wanted: wants.schedule });
  if (person !== undefined) checkId(review, [...path, "person"], { id: person, wanted: wants.person });
  const needed = use === "shifts" ? "schedule" : use === "away" ? "person" : undefined;
  if (needed !== undefined && !isWritten(review, [...path, needed])) {
    const expected = `a ${needed}, since it is used for ${use}`;
    review.problem(path, { kind: "missing", found: `no ${needed}`, expected });
  }
  if (use === "holidays") return { kind: use, ...(schedule !== undefined && { schedule }) };
  if (use === "away") return person === undefined ? undefined : { kind: use, person };
  return schedule === undefined ? undefined : { kind: use, schedule, ...(role && { role }) };
}

function readRule({ review, wants }: Reading, { value, path }: Item<RuleFile>, use: CalendarFile["use"]): EventRule {
  const { person, ignore = false } = value;
  if (person !== undefined) checkId(review, [...path, "person"], { id: person, wanted: wants.person });
  for (const key of ["person", "role"] as const) {
    if (value[key] === undefined || (use === "shifts" && !ignore)) continue;
    const why = ignore ? "what it fits is ignored" : `the calendar is used for ${use}`;
    review.keyProblem([...path, key], {
      kind: "conflict",
      found: foundText(value[key]),
      expected: `no ${key}, since ${why}`,
    });
  }
  return { ...value, ignore };
}
