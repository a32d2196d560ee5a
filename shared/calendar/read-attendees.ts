import type { Attendee } from "./calendar-event.ts";
import { properties, type Component } from "./component.ts";

/** Who is invited. An address may be an EMAIL parameter beside another kind of URI (RFC 7986, 6.2). */
export const readAttendees = (component: Component): readonly Attendee[] =>
  properties(component, "ATTENDEE").map(({ value, parameters }) => ({
    address: (parameters.get("EMAIL") ?? value)
      .trim()
      .replace(/^mailto:/i, "")
      .toLowerCase(),
    name: parameters.get("CN") ?? "",
    declined: parameters.get("PARTSTAT")?.toUpperCase() === "DECLINED",
  }));
