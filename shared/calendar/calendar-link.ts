import type { CalendarScope } from "./outgoing.ts";

/** Where calendars lie on the host's loopback address. */
export const calendarPath = "/calendar/";

/** The address of a calendar beside the host's inbox. */
export const calendarUrl = (inbox: string, token: string): string =>
  `${inbox.replace(/\/inbox$/, "")}${calendarPath}${token}.ics`;

/** A calendar's name in the file of links, one for each scope. */
export const scopeKey = (scope: CalendarScope): string => (scope.kind === "all" ? "all" : `${scope.kind}:${scope.id}`);

/** The scope of such a name. */
export function scopeOf(key: string): CalendarScope | undefined {
  const [kind = "", ...rest] = key.split(":");
  const id = rest.join(":");
  if (kind === "all") return { kind };
  return (kind === "schedule" || kind === "person") && id !== "" ? { kind, id } : undefined;
}
