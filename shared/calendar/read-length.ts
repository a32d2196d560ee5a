import { err, ok, type Result } from "../result.ts";
import { day as dayLength } from "../time/duration.ts";
import type { Length } from "./calendar-event.ts";
import type { EventFault } from "./calendar-failure.ts";
import { property, type Component } from "./component.ts";
import { parseTime, type Zones } from "./read-time.ts";
import { dayOfValue, instantOf, parseDuration, type TimeValue } from "./time-value.ts";

const days = (count: number): Length => ({ kind: "nominal", days: count, milliseconds: 0 });

/** How long an event is: by DTEND, by DURATION, or else one day for a day and nothing for a time (RFC 5545, 3.6.1). */
export function readLength(component: Component, start: TimeValue, zones: Zones): Result<Length, EventFault> {
  const end = property(component, "DTEND");
  const duration = property(component, "DURATION");
  if (end) {
    const time = parseTime(end.value, { name: end.name, parameters: end.parameters, start, zones });
    return time.ok ? untilEnd(start, time.value, zones) : time;
  }
  if (duration) return byDuration(start, duration.value);
  return ok(start.kind === "day" ? days(1) : { kind: "exact", milliseconds: 0 });
}

/** An end that comes before its start leaves open what was meant; a day that ends where it begins is that day, as many programs write it. */
function untilEnd(start: TimeValue, end: TimeValue, { floating }: Zones): Result<Length, EventFault> {
  if (start.kind === "day") {
    const count = dayOfValue(end) - start.day;
    return count < 0 ? err({ kind: "invalid", property: "DTEND" }) : ok(days(Math.max(1, count)));
  }
  // A day as the end of a time is its midnight where the event is.
  const milliseconds = instantOf(end, start.zone) - instantOf(start, floating);
  return milliseconds < 0 ? err({ kind: "invalid", property: "DTEND" }) : ok({ kind: "exact", milliseconds });
}

function byDuration(start: TimeValue, text: string): Result<Length, EventFault> {
  const duration = parseDuration(text);
  if (!duration || duration.days < 0 || duration.milliseconds < 0) {
    return err({ kind: "invalid", property: "DURATION" });
  }
  if (start.kind === "time") return ok({ kind: "nominal", ...duration });
  return ok(days(Math.max(1, duration.days + Math.ceil(duration.milliseconds / dayLength))));
}
