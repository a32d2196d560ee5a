import * as v from "valibot";
import { hoursSchema } from "./hours-schema.ts";
import { listOf, shape, someOf, tableOf, whole } from "../team-file/shape.ts";
import { roles } from "./team.ts";
import { formats, text } from "../team-file/text-format.ts";

const about = v.description;
const optional = v.exactOptional;
const role = v.picklist(roles);

export const shiftUnits = ["day", "workday", "week", "month"] as const;
export const coverageWords = ["always", "working-hours", "last-week-of-month"] as const;
export const holidayPolicies = [
  "primary-covers",
  "swap-with-backup",
  "holiday-rotation",
  "designated",
  "no-cover",
] as const;

/** Either turns (`participants`, `shift`, `start`, …) or somebody who follows them (`follow`, `offset`). */
const rotationSchema = shape({
  role,
  participants: optional(v.pipe(someOf(v.string(), 1_000), about("Ids of people, in the order of their turns"))),
  shift: optional(
    v.pipe(
      shape({ every: optional(whole(1, 365)), unit: v.picklist(shiftUnits) }),
      about("{ every: 2, unit: week } is a two-week rotation; every is 1 where it is not given"),
    ),
  ),
  start: optional(
    v.pipe(text(formats.localDate), about("Local date on which the first participant's first shift begins")),
  ),
  handoffAt: optional(v.pipe(text(formats.localTime), about("Local wall time of every handoff; default 00:00"))),
  timezone: optional(v.pipe(v.string(), about("Of this site, where it differs from the schedule's"))),
  coverage: optional(
    v.pipe(
      v.union([v.picklist(coverageWords), someOf(hoursSchema, 20)]),
      about("always (default), working-hours, last-week-of-month, or windows of weekdays and hours"),
    ),
  ),
  onCycleEnd: optional(v.picklist(["repeat", "shuffle"])),
  follow: optional(
    v.pipe(
      v.picklist([...roles, "others"]),
      about("Whoever holds this role `offset` shifts later, or everyone else in the primary's list"),
    ),
  ),
  offset: optional(whole(1, 1_000)),
});

const holidaysSchema = shape({
  regions: optional(listOf(text(formats.region), 50)),
  dates: optional(listOf(shape({ date: text(formats.localDate), name: text(formats.name) }), 2_000)),
  policy: optional(v.pipe(v.picklist(holidayPolicies), about("Default: primary-covers"))),
  rotation: optional(
    v.pipe(listOf(v.string(), 1_000), about("For holiday-rotation: the year's holidays go to these in turn")),
  ),
  designated: optional(v.pipe(tableOf(v.string()), about("For designated: dates to ids of people"))),
  announce: optional(v.pipe(text(formats.duration), about("How long ahead a holiday swap is announced"))),
});

const overrideSchema = shape({
  role,
  person: v.string(),
  from: text(formats.localDateTime),
  to: text(formats.localDateTime),
  reason: optional(text(formats.name)),
});

const swapSchema = shape({
  role,
  a: v.string(),
  b: v.string(),
  from: text(formats.localDateTime),
  to: text(formats.localDateTime),
});

export const scheduleSchema = shape({
  id: text(formats.id),
  name: optional(text(formats.name)),
  timezone: optional(v.pipe(v.string(), about("Where it differs from the team's"))),
  rotations: someOf(rotationSchema, 50),
  holidays: optional(holidaysSchema),
  overrides: optional(
    v.pipe(listOf(overrideSchema, 5_000), about("Local times of the schedule; an override beats everything else")),
  ),
  swaps: optional(v.pipe(listOf(swapSchema, 5_000), about("Within the span each takes the other's shifts"))),
});

export type ScheduleFile = v.InferOutput<typeof scheduleSchema>;
export type RotationFile = v.InferOutput<typeof rotationSchema>;
export type HolidaysFile = v.InferOutput<typeof holidaysSchema>;
