import { createHash } from "node:crypto";
import ical, {
  ICalAlarmType,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalCalendar,
  type ICalEventData,
} from "ical-generator";
import type { OutgoingCalendar, RevisedEvent } from "../../../shared/calendar/outgoing.ts";
import { formatDate, knownDay } from "../../../shared/time/civil.ts";
import { hour, minute, second } from "../../../shared/time/duration.ts";

/** How soon programs should look again (RFC 7986, 5.7); they choose for themselves. */
const refreshEvery = hour;

/**
 * A calendar as an iCalendar stream (RFC 5545). Times are in UTC, so that no reader needs our zone rules; the same calendar
 * gives the same bytes. Without METHOD, which no calendar that is stored over CalDAV may have (RFC 4791, 4.1).
 */
export function writeIcs({ name, events, alarm }: OutgoingCalendar): string {
  const calendar = ical({
    name,
    prodId: { company: "Baton", product: "Baton", language: "EN" },
    ttl: refreshEvery / second,
  });
  for (const event of events) addEvent(calendar, event, alarm);
  return calendar.toString();
}

function addEvent(calendar: ICalCalendar, event: RevisedEvent, alarm: number | undefined): void {
  const changed = new Date(event.changedAt);
  const made = calendar.createEvent({
    id: uidOf(event.identity),
    sequence: event.sequence,
    // Without METHOD the stamp is when the event last changed (RFC 5545, 3.8.7.2).
    stamp: changed,
    lastModified: changed,
    summary: event.title,
    description: event.text,
    status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // A week on call does not fill a person's week with appointments.
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
    ...timesOf(event),
  });
  if (alarm === undefined || event.kind === "holiday" || event.cancelled) return;
  made.createAlarm({ type: ICalAlarmType.display, triggerBefore: (alarm * minute) / second, description: event.title });
}

/** A holiday is a date without a zone, and ends before the next one begins. */
function timesOf(event: RevisedEvent): Pick<ICalEventData, "start" | "end" | "allDay"> {
  if (event.kind === "shift") return { start: new Date(event.from), end: new Date(event.to) };
  const next = formatDate(knownDay(event.date) + 1);
  return { start: `${event.date}T00:00:00.000Z`, end: `${next}T00:00:00.000Z`, allDay: true };
}

/** Names an event by what it is, not by when it was written (RFC 7986, 5.3). */
const uidOf = (identity: string): string => `${createHash("sha256").update(identity).digest("hex").slice(0, 32)}@baton`;
