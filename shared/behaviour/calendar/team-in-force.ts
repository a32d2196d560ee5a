import type { CalendarContent } from "../../calendar/calendar-content.ts";
import type { CalendarUse } from "../../team/calendar.ts";
import type { CalendarId, Holiday, Person, PersonId, Schedule, ScheduleId, Team } from "../../team/team.ts";
import { instant } from "../../time/instant.ts";
import { joined, type Span } from "../../time/span.ts";
import type { KnownCalendar } from "../../calendar/calendar-content.ts";

/** What is known of a team besides its file. */
export type TeamKnowledge = {
  /** The public holidays of each schedule that names regions. */
  readonly publicHolidays: Readonly<Record<ScheduleId, readonly Holiday[]>>;
  /** What the calendars said; one that was never read is missing. */
  readonly calendars: ReadonlyMap<CalendarId, KnownCalendar>;
};

/**
 * The team as it is in force: what its file declares, with what its calendars and regions say. Schedules get their holidays and imported
 * shifts, people their absences. What says nothing new is the very object that was declared.
 */
export function teamInForce(declared: Team, { publicHolidays, calendars }: TeamKnowledge): Team {
  const readings = declared.calendars.map(({ id, use }): Reading => ({ use, known: calendars.get(id) }));
  const ids = new Set(declared.people.map(({ id }) => id));
  const people = declared.people.map((person) => withAbsences(person, readings));
  const schedules = declared.schedules.map((schedule) => {
    const holidays = [...calendarHolidays(schedule, readings), ...(publicHolidays[schedule.id] ?? [])];
    return withShifts(withHolidays(schedule, holidays), readings, ids);
  });
  const same =
    people.every((person, index) => person === declared.people[index]) &&
    schedules.every((schedule, index) => schedule === declared.schedules[index]);
  return same ? declared : { ...declared, people, schedules };
}

/** A calendar's purpose, and what it said. */
type Reading = { readonly use: CalendarUse; readonly known: KnownCalendar | undefined };

type ContentFor<Use extends CalendarContent["use"]> = Extract<CalendarContent, { use: Use }>;

const contentFor = <Use extends CalendarContent["use"]>({ known }: Reading, use: Use): ContentFor<Use> | undefined =>
  known?.content.use === use ? (known.content as ContentFor<Use>) : undefined;

function withAbsences(person: Person, readings: readonly Reading[]): Person {
  const found = readings.flatMap((reading) => {
    const content = contentFor(reading, "away");
    return content?.person === person.id ? content.absences : [];
  });
  return found.length === 0 ? person : { ...person, away: [...person.away, ...found] };
}

const calendarHolidays = ({ id }: Schedule, readings: readonly Reading[]): readonly Holiday[] =>
  readings.flatMap((reading) => {
    const { use } = reading;
    const meant = use.kind === "holidays" && (use.schedule === undefined || use.schedule === id);
    return meant ? (contentFor(reading, "holidays")?.holidays ?? []) : [];
  });

function withHolidays(schedule: Schedule, found: readonly Holiday[]): Schedule {
  if (found.length === 0) return schedule;
  return { ...schedule, holidays: { ...schedule.holidays, dates: [...schedule.holidays.dates, ...found] } };
}

function withShifts(schedule: Schedule, readings: readonly Reading[], people: ReadonlySet<PersonId>): Schedule {
  const mine = readings.filter(({ use }) => use.kind === "shifts" && use.schedule === schedule.id);
  if (mine.length === 0) return schedule;
  const shifts = mine.flatMap((reading) => contentFor(reading, "shifts")?.shifts ?? []);
  const imported = shifts.filter(({ person }) => people.has(person));
  const unknown = joined(mine.flatMap((reading) => unknownBy(reading, people)));
  return { ...schedule, imported, unknown };
}

/** As far as instants reach. */
const always: Span = { from: instant(-8_640_000_000_000_000), to: instant(8_640_000_000_000_000) };

/**
 * When a calendar leaves open who is on call: always where it was never read, what it was not asked about, where it names nobody
 * whom the team knows, and where it named somebody who has left the team since.
 */
function unknownBy(reading: Reading, people: ReadonlySet<PersonId>): readonly Span[] {
  const content = contentFor(reading, "shifts");
  const window = reading.known?.window;
  if (!content || !window) return [always];
  const gone = content.shifts.filter(({ person }) => !people.has(person)).map(({ from, to }) => ({ from, to }));
  return [{ from: always.from, to: window.from }, ...content.unknown, ...gone, { from: window.to, to: always.to }];
}
