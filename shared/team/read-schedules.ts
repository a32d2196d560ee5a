import { holidayRegions } from "./holiday-regions.ts";
import { checkId } from "../team-file/known-ids.ts";
import { checkDate, checkSpan, checkZone, durationOf, localDateTime } from "../team-file/local-value.ts";
import { itemsOf, type Item, type Reading } from "../team-file/reading.ts";
import { readRotations } from "./read-rotations.ts";
import { isWritten } from "../team-file/review.ts";
import { scheduleSchema, type HolidaysFile, type ScheduleFile } from "./schedule-schema.ts";
import type { Holidays, Override, Role, Schedule, Swap } from "./team.ts";
import type { Path } from "../team-file/team-document.ts";
import { foundText } from "../team-file/team-problem.ts";
import { most } from "./team-schema.ts";

const wantedRegion = {
  ids: [holidayRegions],
  what: "a region whose public holidays are known, such as DK, US or DE-BY",
};

/** The schedules of the file, with the team's zone where they have none of their own. */
export function readSchedules(reading: Reading): readonly Schedule[] {
  const items = itemsOf(reading.review, "schedules", { schema: scheduleSchema, least: 0, most: most.schedules });
  return items.map((item) => readSchedule(reading, item));
}

function readSchedule(reading: Reading, { value, path }: Item<ScheduleFile>): Schedule {
  if (value.timezone !== undefined) checkZone(reading.review, [...path, "timezone"], value.timezone);
  const rotations = readRotations(reading, { value: value.rotations, path: [...path, "rotations"] });
  const held = new Set<Role>(value.rotations.map((rotation) => rotation.role));
  return {
    id: value.id,
    ...(value.name === undefined ? {} : { name: value.name }),
    timezone: value.timezone ?? reading.timezone,
    rotations,
    holidays: readHolidays(reading, { value: value.holidays ?? {}, path: [...path, "holidays"] }),
    overrides: (value.overrides ?? []).map((item, index) =>
      readOverride(reading, { value: item, path: [...path, "overrides", index] }, held),
    ),
    swaps: (value.swaps ?? []).map((item, index) =>
      readSwap(reading, { value: item, path: [...path, "swaps", index] }, held),
    ),
  };
}

function readHolidays({ review, wants }: Reading, { value, path }: Item<HolidaysFile>): Holidays {
  const { regions = [], dates = [], policy = "primary-covers", rotation = [], designated = {}, announce } = value;
  dates.forEach(({ date }, index) => checkDate(review, [...path, "dates", index, "date"], date));
  rotation.forEach((id, index) => checkId(review, [...path, "rotation", index], { id, wanted: wants.person }));
  for (const [date, id] of Object.entries(designated)) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(date)) checkDate(review, [...path, "designated", date], date);
    else {
      const expected = "a date such as 2027-12-25";
      review.keyProblem([...path, "designated", date], { kind: "bad-date", found: foundText(date), expected });
    }
    checkId(review, [...path, "designated", date], { id, wanted: wants.person });
  }
  const needed = policy === "holiday-rotation" ? "rotation" : policy === "designated" ? "designated" : undefined;
  if (needed !== undefined && !isWritten(review, [...path, needed])) {
    review.problem([...path, "policy"], {
      kind: "missing",
      found: `no ${needed}`,
      expected: `${needed}, which ${policy} needs`,
    });
  }
  regions.forEach((id, index) => checkId(review, [...path, "regions", index], { id, wanted: wantedRegion }));
  return {
    regions,
    dates,
    policy,
    rotation,
    designated,
    ...(announce === undefined ? {} : { announce: durationOf(announce) }),
  };
}

type OverrideFile = NonNullable<ScheduleFile["overrides"]>[number];
type SwapFile = NonNullable<ScheduleFile["swaps"]>[number];

function readOverride(reading: Reading, { value, path }: Item<OverrideFile>, held: ReadonlySet<Role>): Override {
  checkRole(reading, { value: value.role, path }, held);
  checkId(reading.review, [...path, "person"], { id: value.person, wanted: reading.wants.person });
  checkSpan(reading.review, path, value);
  return { ...value, from: localDateTime(value.from), to: localDateTime(value.to) };
}

function readSwap(reading: Reading, { value, path }: Item<SwapFile>, held: ReadonlySet<Role>): Swap {
  checkRole(reading, { value: value.role, path }, held);
  checkId(reading.review, [...path, "a"], { id: value.a, wanted: reading.wants.person });
  checkId(reading.review, [...path, "b"], { id: value.b, wanted: reading.wants.person });
  if (value.a === value.b) {
    reading.review.problem([...path, "b"], {
      kind: "conflict",
      found: foundText(value.b),
      expected: "somebody other than a",
    });
  }
  checkSpan(reading.review, path, value);
  return { ...value, from: localDateTime(value.from), to: localDateTime(value.to) };
}

function checkRole({ review }: Reading, { value, path }: { value: Role; path: Path }, held: ReadonlySet<Role>): void {
  if (held.has(value)) return;
  const expected = `a role of this schedule: ${[...held].join(", ")}`;
  review.problem([...path, "role"], { kind: "unknown-word", found: foundText(value), expected });
}
