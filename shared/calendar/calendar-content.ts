import * as v from "valibot";
import { roles, type Holiday, type ImportedShift, type Person } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import { instantSchema, schemaOf, spanSchema, type Output } from "../wire.ts";
import { unreadEventSchema } from "./calendar-failure.ts";

const text = v.string();

/** First day away, first day back, as in the team file. */
export type Absence = Person["away"][number];

const absenceSchema = schemaOf<Absence>()(v.object({ from: text, to: text, reason: v.exactOptional(text) }));
const holidaySchema = schemaOf<Holiday>()(v.object({ date: text, name: text }));
const importedShiftSchema = schemaOf<ImportedShift>()(
  v.object({ role: v.picklist(roles), person: text, ...spanSchema.entries }),
);

/** A shift that names nobody whom the team knows, or more people than can be meant. Who is on call then is unknown, which is not "nobody". */
const unmappedShiftSchema = v.object({
  ...spanSchema.entries,
  title: text,
  reason: v.picklist(["nobody-known", "several-people"]),
});
export type UnmappedShift = Output<typeof unmappedShiftSchema>;

/** What a calendar says, in the words of what it is for. */
const contentSchema = v.variant("use", [
  v.object({ use: v.literal("holidays"), holidays: v.array(holidaySchema), unread: v.array(unreadEventSchema) }),
  v.object({
    use: v.literal("away"),
    person: text,
    absences: v.array(absenceSchema),
    unread: v.array(unreadEventSchema),
  }),
  v.object({
    use: v.literal("shifts"),
    schedule: text,
    shifts: v.array(importedShiftSchema),
    /** The first of them, by time; `unmappedCount` says how many there are. */
    unmapped: v.array(unmappedShiftSchema),
    unmappedCount: v.number(),
    /** When all of them are: in order, apart from each other. */
    unknown: v.array(spanSchema),
  }),
]);
export type CalendarContent = Output<typeof contentSchema>;

/** What a calendar last said, and about which time it was asked. */
export const knownCalendarSchema = v.object({
  id: text,
  /** The declaration that it was read by, as JSON: by another one the same feed may mean something else. */
  declared: text,
  window: spanSchema,
  content: contentSchema,
  /** When the calendar itself last changed, by its server's clock. */
  changedAt: v.exactOptional(instantSchema),
});
export type KnownCalendar = Output<typeof knownCalendarSchema>;

/** People as a calendar may name them. */
export type KnownPerson = Pick<Person, "id" | "name" | "email">;

/** What a reading gave. `changedAt`: when the calendar itself last changed, where its server says so. */
export type CalendarAnswer = { readonly content: CalendarContent; readonly changedAt?: Instant };
