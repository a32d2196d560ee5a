import type { CalendarEvent, Replaces } from "./calendar-event.ts";
import type { CalendarZone } from "./calendar-zone.ts";
import { instantOf } from "./time-value.ts";

/** An event that stands for one occurrence of a series, or for that one and all later. */
export type Replacement = CalendarEvent & { readonly replaces: Replaces };

/** An event with everything that replaces its occurrences. Where `master` is missing, only the replacements are known. */
export type EventSeries = { readonly master: CalendarEvent | undefined; readonly replacements: readonly Replacement[] };

/**
 * Puts events together that belong together: one UID is one series, and of two versions of the same thing the one with the higher
 * SEQUENCE holds, or else the later in the feed. Events that share a UID without being versions of each other (some feeds
 * give all of theirs the same) are kept apart, as are those without one: nobody's shift is lost to a careless author.
 */
export function seriesOf(events: readonly CalendarEvent[], floating: CalendarZone): readonly EventSeries[] {
  const byUid = new Map<string, CalendarEvent[]>();
  const alone: EventSeries[] = [];
  for (const event of events) {
    if (event.uid === undefined) alone.push({ master: event, replacements: [] });
    else {
      const same = byUid.get(event.uid);
      if (same) same.push(event);
      else byUid.set(event.uid, [event]);
    }
  }
  const grouped = [...byUid.values()].flatMap((same) => (same.length === 1 ? [single(same)] : group(same, floating)));
  return [...alone, ...grouped];
}

function single(events: readonly CalendarEvent[]): EventSeries {
  const [event] = events;
  return event && isReplacement(event)
    ? { master: undefined, replacements: [event] }
    : { master: event, replacements: [] };
}

const isReplacement = (event: CalendarEvent): event is Replacement => event.replaces !== undefined;

function group(events: readonly CalendarEvent[], floating: CalendarZone): readonly EventSeries[] {
  const replacements = newest(events.filter(isReplacement), (event) => instantOf(event.replaces.time, floating));
  const masters = events.filter((event) => !isReplacement(event));
  const top = masters.reduce((most, { sequence }) => Math.max(most, sequence), 0);
  const current = newest(
    masters.filter(({ sequence }) => sequence === top),
    (event) => instantOf(event.start, floating),
  );
  // Whose series the replacements belong to is plain only where it is the one that recurs, or the only one.
  const owner = current.find(({ rules, extra }) => rules.length > 0 || extra.length > 0) ?? current[0];
  if (!owner) return [{ master: undefined, replacements }];
  return current.map((master) => ({ master, replacements: master === owner ? replacements : [] }));
}

/** One event per key: the one with the highest SEQUENCE, or else the last. */
function newest<E extends CalendarEvent>(events: readonly E[], keyOf: (event: E) => number): readonly E[] {
  const found = new Map<number, E>();
  for (const event of events) {
    const before = found.get(keyOf(event));
    if (!before || event.sequence >= before.sequence) found.set(keyOf(event), event);
  }
  return [...found.values()];
}
