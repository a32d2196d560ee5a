import { err, ok, type Result } from "../result.ts";
import type { ExtraTime } from "./calendar-event.ts";
import type { EventFault } from "./calendar-failure.ts";
import { utc, type CalendarZone } from "./calendar-zone.ts";
import { properties, type Component } from "./component.ts";
import type { ContentLine } from "./content-line.ts";
import { instantOf, parseDigits, parseDuration, type TimeValue } from "./time-value.ts";
import type { ZoneBook } from "./zone-book.ts";

/** Where times without a zone are: the reader's own place (RFC 5545, 3.3.5, form 1). */
export type Zones = { readonly book: ZoneBook; readonly floating: CalendarZone };

/** How a value is to be read: what its line says of it, and the event's start, which lends its zone where a value floats beside it. */
type Reading = Pick<ContentLine, "name" | "parameters"> & { readonly start?: TimeValue; readonly zones: Zones };

export const missing = (property: string): EventFault => ({ kind: "missing", property });
const invalid = (property: string): EventFault => ({ kind: "invalid", property });

export const readTime = (line: ContentLine, zones: Zones): Result<TimeValue, EventFault> =>
  parseTime(line.value, { name: line.name, parameters: line.parameters, zones });

/** Reads one DATE or DATE-TIME. A TZID is law even where nobody knows it; Z outweighs a TZID that stands beside it. */
export function parseTime(text: string, reading: Reading): Result<TimeValue, EventFault> {
  const digits = parseDigits(text);
  if (!digits) return err(invalid(reading.name));
  if (digits.kind === "date") return ok({ kind: "day", day: digits.day });
  if (digits.kind === "utc") return ok({ kind: "time", wall: digits.wall, zone: utc });
  const zone = zoneFor(reading);
  return zone.ok ? ok({ kind: "time", wall: digits.wall, zone: zone.value }) : zone;
}

function zoneFor({ parameters, start, zones }: Reading): Result<CalendarZone, EventFault> {
  const tzid = parameters.get("TZID");
  if (tzid === undefined) return ok(start?.kind === "time" ? start.zone : zones.floating);
  const zone = zones.book(tzid);
  return zone ? ok(zone) : err({ kind: "unknown-zone", zone: tzid.slice(0, 80) });
}

type Around = { readonly start: TimeValue; readonly zones: Zones };

/** All values of a property that lists times. */
export function readTimes(
  component: Component,
  name: string,
  around: Around,
): Result<readonly TimeValue[], EventFault> {
  const found: TimeValue[] = [];
  for (const line of properties(component, name)) {
    const reading = { name, parameters: line.parameters, ...around };
    for (const text of line.value.split(",")) {
      if (text.trim() === "") continue;
      const time = parseTime(text, reading);
      if (!time.ok) return time;
      found.push(time.value);
    }
  }
  return ok(found);
}

/** The values of RDATE: times, or periods with a length of their own (3.8.5.2). */
export function readExtra(
  component: Component,
  start: TimeValue,
  zones: Zones,
): Result<readonly ExtraTime[], EventFault> {
  const found: ExtraTime[] = [];
  for (const { value, parameters } of properties(component, "RDATE")) {
    const reading = { name: "RDATE", parameters, start, zones };
    for (const text of value.split(",")) {
      if (text.trim() === "") continue;
      const extra = readPeriod(text, reading);
      if (!extra.ok) return extra;
      found.push(extra.value);
    }
  }
  return ok(found);
}

function readPeriod(text: string, reading: Reading): Result<ExtraTime, EventFault> {
  const [begins = "", ends] = text.split("/");
  const start = parseTime(begins, reading);
  if (!start.ok) return start;
  if (ends === undefined) return ok({ start: start.value });
  const duration = parseDuration(ends);
  if (duration && duration.days >= 0 && duration.milliseconds >= 0) {
    return ok({ start: start.value, length: { kind: "nominal", ...duration } });
  }
  const end = parseTime(ends, reading);
  if (!end.ok) return end;
  const { floating } = reading.zones;
  const milliseconds = instantOf(end.value, floating) - instantOf(start.value, floating);
  if (milliseconds < 0) return err(invalid("RDATE"));
  return ok({ start: start.value, length: { kind: "exact", milliseconds } });
}
