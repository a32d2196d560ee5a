import type { OutgoingEvent, RevisedEvent } from "./outgoing.ts";
import { day } from "../time/duration.ts";
import { after, instant, type Instant } from "../time/instant.ts";
import { toInstant } from "../time/zoned.ts";
import type { Span } from "../schedule/shift.ts";

/** What calendars were last given of each event, by identity. Plain JSON, kept over restarts. */
export type Revisions = Readonly<Record<string, RevisedEvent>>;

/** How long an event that was taken back is still given, marked as cancelled. */
const cancelledFor = 30 * day;

type Asked = { readonly span: Span; readonly now: Instant };

/**
 * The events of a span with their histories. What changed since the last time rises in sequence; what is gone from the span
 * is given as cancelled for a month; what lies outside the span is forgotten.
 */
export function revise(before: Revisions, events: readonly OutgoingEvent[], { span, now }: Asked): Revisions {
  const next: Record<string, RevisedEvent> = {};
  for (const event of events) next[event.identity] = revised(before[event.identity], event, now);
  for (const [identity, event] of Object.entries(before)) {
    if (next[identity] || !meets(event, span)) continue;
    if (!event.cancelled) {
      next[identity] = { ...event, cancelled: true, sequence: event.sequence + 1, changedAt: whole(now) };
    } else if (after(event.changedAt, cancelledFor) > now) next[identity] = event;
  }
  return next;
}

function revised(before: RevisedEvent | undefined, event: OutgoingEvent, now: Instant): RevisedEvent {
  if (!before) return { ...event, sequence: 0, changedAt: whole(now), cancelled: false };
  const { sequence, changedAt: _changedAt, cancelled, ...known } = before;
  if (!cancelled && isSame(known, event)) return before;
  return { ...event, sequence: sequence + 1, changedAt: whole(now), cancelled: false };
}

const isSame = (a: OutgoingEvent, b: OutgoingEvent): boolean => canonical(a) === canonical(b);
const canonical = (event: OutgoingEvent): string => JSON.stringify(Object.entries(event).toSorted(byKey));
const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** iCalendar counts in seconds. */
const whole = (at: Instant): Instant => instant(Math.floor(at / 1_000) * 1_000);

function meets(event: OutgoingEvent, { from, to }: Span): boolean {
  const begins = event.kind === "shift" ? event.from : toInstant("UTC", `${event.date}T00:00`);
  const ends = event.kind === "shift" ? event.to : after(begins, day);
  return begins < to && from < ends;
}
