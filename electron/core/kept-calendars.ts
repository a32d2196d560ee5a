import * as v from "valibot";
import type { AppState } from "../../shared/state/state.ts";
import type { CalendarState, KnownCalendar } from "../../shared/calendar/calendar-state.ts";
import type { Restored } from "../../shared/state/event.ts";
import type { Instant } from "../../shared/time/instant.ts";
import type { Kept } from "./records.ts";
import { instantSchema } from "../../shared/wire.ts";

/*
 * What of the calendars survives a restart: what each of them said, and apart from it, since it is small and changes at every reading, how
 * it is doing.
 */

type Pair = { readonly before: AppState["calendars"]; readonly after: AppState["calendars"] };
type Changes = { readonly puts: readonly Kept[]; readonly removes: readonly Omit<Kept, "body">[] };

const health = "calendar";
const content = "calendar-content";

/** The records in which the calendars of two states differ. */
export function calendarChanges({ before, after }: Pair): Changes {
  if (before === after) return { puts: [], removes: [] };
  const puts: Kept[] = [];
  for (const [id, calendar] of after) {
    const old = before.get(id);
    const { lastGoodAt, told, known } = calendar;
    if (old?.lastGoodAt !== lastGoodAt || old?.told !== told) {
      puts.push({ collection: health, id, body: { id, told, ...(lastGoodAt !== undefined && { lastGoodAt }) } });
    }
    if (known && old?.known !== known) puts.push({ collection: content, id, body: known });
  }
  const removes = [...before.values()].flatMap(({ id, known }) => [
    ...(after.has(id) ? [] : [{ collection: health, id }]),
    ...(known && !after.get(id)?.known ? [{ collection: content, id }] : []),
  ]);
  return { puts, removes };
}

const spanSchema = v.object({ from: instantSchema, to: instantSchema });
const healthRecord = v.object({ id: v.string(), told: v.boolean(), lastGoodAt: v.exactOptional(instantSchema) });
/** Enough to tell a record of ours from one that is broken; everything in the store was written by this module. */
const contentRecord = v.looseObject({
  id: v.string(),
  declared: v.string(),
  window: spanSchema,
  content: v.variant("use", [
    v.looseObject({ use: v.literal("holidays"), holidays: v.array(v.object({ date: v.string(), name: v.string() })) }),
    v.looseObject({ use: v.literal("away"), absences: v.array(v.looseObject({ from: v.string(), to: v.string() })) }),
    v.looseObject({ use: v.literal("shifts"), shifts: v.array(v.looseObject({})), unknown: v.array(spanSchema) }),
  ]),
});

/** Reads one collection of the store. */
type Read = (collection: string, schema: v.GenericSchema) => readonly unknown[];

/** What the store kept of calendars. */
export const restoreCalendars = (read: Read): Pick<Restored, "calendars" | "calendarContents"> => ({
  calendars: read(health, healthRecord) as Restored["calendars"],
  calendarContents: read(content, contentRecord) as readonly KnownCalendar[],
});

/** The calendars that the store holds, record by record the same objects. */
export function storedCalendars({ calendars, calendarContents }: Restored): AppState["calendars"] {
  const contents = new Map(calendarContents.map((known) => [known.id, known]));
  const blank = { nextReadAt: 0 as Instant, failures: 0 };
  return new Map(
    calendars.map((kept): [string, CalendarState] => {
      const known = contents.get(kept.id);
      return [kept.id, { ...blank, ...kept, ...(known && { known }) }];
    }),
  );
}
