import { minute } from "../time/duration.ts";
import type { CalendarUse, DeclaredCalendar, EventRule } from "./calendar.ts";
import { readCalendarConfig } from "./calendar-config.ts";
import { calendarSchema, type CalendarFile, type RuleFile } from "./calendar-schema.ts";
import { checkId } from "./known-ids.ts";
import { checkZone, durationOf } from "./local-value.ts";
import { itemsOf, type Item, type Reading } from "./reading.ts";
import { isWritten } from "./review.ts";
import type { Person, Schedule, Zone } from "./team.ts";
import { foundText } from "./team-problem.ts";
import { most } from "./team-schema.ts";

const feedPoll = 15 * minute;
/** A file costs nothing to look at, and whoever edits it wants to see what became of it. */
const filePoll = minute;
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
  const config = readCalendarConfig(reading, item);
  const use = readUse(reading, item);
  const rules = (value.map ?? []).map((rule, index) =>
    readRule(reading, { value: rule, path: [...path, "map", index] }, value.use),
  );
  if (value.timezone !== undefined) checkZone(reading.review, [...path, "timezone"], value.timezone);
  const isFile = config?.kind === "ics" && config.place.kind === "file";
  const poll = value.poll === undefined ? (isFile ? filePoll : feedPoll) : durationOf(value.poll);
  if (poll < shortestPoll) {
    const expected = "1m or more";
    reading.review.problem([...path, "poll"], { kind: "out-of-range", found: foundText(value.poll), expected });
  }
  if (!config || !use) return [];
  const timezone = value.timezone ?? zoneOf(use, subjects) ?? reading.timezone;
  return [{ id: value.id, name: value.name ?? value.id, poll, timezone, use, rules, config }];
}

const zoneOf = (use: CalendarUse, { people, schedules }: CalendarSubjects): Zone | undefined =>
  use.kind === "away"
    ? people.find(({ id }) => id === use.person)?.timezone
    : schedules.find(({ id }) => id === use.schedule)?.timezone;

/** Keys that say nothing for a use. */
const idle = { holidays: ["person", "role"], shifts: ["person"], away: ["schedule", "role"] } as const;

function readUse({ review, wants }: Reading, { value, path }: Item<CalendarFile>): CalendarUse | undefined {
  const { use, schedule, person, role } = value;
  for (const key of idle[use]) {
    if (value[key] === undefined) continue;
    const expected = `no ${key}, since it is used for ${use}`;
    review.keyProblem([...path, key], { kind: "conflict", found: foundText(value[key]), expected });
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
