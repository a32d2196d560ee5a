import * as v from "valibot";
import { parseDate } from "../time/civil.ts";
import { roles } from "../team/team.ts";
import { instantSchema, listOf } from "../wire.ts";

/*
 * What a host tells a screen of one schedule and span. People stand once in `people` and are named by id everywhere else, so
 * that sixty of them over three months stay a small answer.
 */

const text = v.string();
const role = v.picklist(roles);
const ids = listOf(text);
const span = { from: instantSchema, to: instantSchema };
const optional = v.exactOptional;

/** Longer than any span that the screen offers; a slip of the wire should cost nothing. */
const longestDays = 400;

const localDate = v.pipe(
  v.string(),
  v.check((date) => parseDate(date) !== undefined, "a local date"),
);

/** Local days of a zone: the first, and the one after the last. */
export const localSpanEntries = { zone: v.pipe(text, v.maxLength(100)), first: localDate, before: localDate };

export const scheduleQuestionSchema = v.pipe(
  v.object({ schedule: v.pipe(text, v.minLength(1), v.maxLength(200)), ...localSpanEntries }),
  v.check(({ first, before }) => {
    const days = (parseDate(before) ?? 0) - (parseDate(first) ?? 0);
    return days > 0 && days <= longestDays;
  }, "a span of at most 400 days"),
);

const policy = v.picklist(["primary-covers", "swap-with-backup", "holiday-rotation", "designated", "no-cover"]);

export const whySchema = v.variant("kind", [
  v.object({ kind: v.literal("turn"), place: v.number(), of: v.number(), cycle: optional(v.number()) }),
  v.object({ kind: v.literal("follows"), leader: role, offset: v.number() }),
  v.object({ kind: v.literal("everyone-else") }),
  v.object({ kind: v.literal("imported") }),
  v.object({ kind: v.literal("holiday"), name: text, policy, instead: ids }),
  v.object({ kind: v.literal("swap"), with: text }),
  v.object({ kind: v.literal("override"), reason: optional(text), instead: ids }),
]);

/** What comes when a shift ends. */
export const sequelSchema = v.variant("kind", [
  v.object({ kind: v.literal("hands-over"), person: text }),
  /** The same person goes on, for another cause. */
  v.object({ kind: v.literal("goes-on") }),
  v.object({ kind: v.literal("nobody") }),
  /** A calendar leaves open who comes next, which is not "nobody". */
  v.object({ kind: v.literal("unknown") }),
]);

/** A whole shift: it may begin before the span and end after it. */
export const shownShiftSchema = v.object({
  role,
  person: text,
  ...span,
  because: v.picklist(["rotation", "holiday", "override", "swap"]),
  why: whySchema,
  next: sequelSchema,
});

export const shownConflictSchema = v.object({
  ...span,
  kind: v.picklist(["away", "double"]),
  role,
  person: text,
  reason: optional(text),
  substitute: optional(text),
});

export const shownFairnessSchema = v.object({
  ...span,
  index: v.number(),
  loads: listOf(
    v.object({
      person: text,
      shifts: v.number(),
      hours: v.number(),
      weekendHours: v.number(),
      holidayHours: v.number(),
      nightHours: v.number(),
    }),
  ),
});

export const scheduleViewSchema = v.object({
  id: text,
  name: text,
  /** The schedule's own. */
  timezone: text,
  /** The one that `days` are of: the zone that was asked for, or the schedule's where the host does not know that. */
  zone: text,
  /** The local midnights that the span's days begin with, and the one that it ends with. */
  days: listOf(instantSchema),
  /** The roles that it fills, in order; `standby` is filled by everyone who holds no other. */
  roles: listOf(v.object({ role, standby: v.boolean() })),
  /** Everybody named here, those who take turns first. */
  people: listOf(v.object({ id: text, name: text, timezone: text })),
  /** Of the roles that single people out. */
  shifts: listOf(shownShiftSchema),
  /** The first few who stand by, in order, and how many come after them. */
  standby: listOf(v.object({ ...span, role, people: ids, more: v.number() })),
  /** When nobody is on call though somebody should be, in which roles; when nobody need be; when nobody can say. */
  uncovered: listOf(v.object({ ...span, state: v.picklist(["gap", "off-hours", "unknown"]), roles: listOf(role) })),
  /** `covers` is primary that day; `instead` would have been. */
  holidays: listOf(v.object({ date: text, name: text, ...span, policy, covers: ids, instead: ids })),
  conflicts: listOf(shownConflictSchema),
  absences: listOf(v.object({ ...span, person: text, reason: optional(text) })),
  /** Of the schedule's zone, and of the one asked for; distances from UTC in milliseconds. */
  clocks: listOf(v.object({ zone: text, at: instantSchema, before: v.number(), after: v.number() })),
  /** New orders of lists that are shuffled at their end. */
  orders: listOf(v.object({ at: instantSchema, role, order: ids })),
  /** Of primary duty: the span shown, and the thirteen weeks before and after the day of the answer. */
  fairness: v.object({ shown: shownFairnessSchema, last: shownFairnessSchema, next: shownFairnessSchema }),
});

export const myShiftsSchema = v.object({
  ...span,
  shifts: listOf(v.object({ schedule: text, timezone: text, role, ...span, because: text, holiday: optional(text) })),
});

export type ScheduleQuestion = v.InferOutput<typeof scheduleQuestionSchema>;
export type ScheduleView = v.InferOutput<typeof scheduleViewSchema>;
export type ShownShift = v.InferOutput<typeof shownShiftSchema>;
export type ShownWhy = v.InferOutput<typeof whySchema>;
export type ShownConflict = v.InferOutput<typeof shownConflictSchema>;
export type ShownFairness = v.InferOutput<typeof shownFairnessSchema>;
export type MyShifts = v.InferOutput<typeof myShiftsSchema>;
