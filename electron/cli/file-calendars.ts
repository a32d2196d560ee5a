import { dirname, resolve } from "node:path";
import type { KnownCalendar } from "../../shared/calendar/calendar-content.ts";
import type { ReadFailure } from "../../shared/calendar/read-failure.ts";
import { err } from "../../shared/result.ts";
import type { DeclaredCalendar } from "../../shared/team/calendar.ts";
import type { CalendarId, Team } from "../../shared/team/team.ts";
import type { Instant } from "../../shared/time/instant.ts";
import type { Span } from "../../shared/time/span.ts";
import { createExpansion } from "../providers/ics/expansion.ts";
import { ics } from "../providers/ics/ics.ts";
import type { Expand } from "../core/calendar.ts";
import type { CalendarOf, CalendarTools } from "../core/provider.ts";
import { readNamedBytes } from "../node/team/team-files.ts";

/** What the calendars of a team say that are files; the others are named, since a command does not ask the network. */
export type FileCalendars = {
  readonly known: ReadonlyMap<CalendarId, KnownCalendar>;
  readonly failed: readonly { readonly calendar: DeclaredCalendar; readonly failure: ReadFailure }[];
  readonly remote: readonly DeclaredCalendar[];
};

export const isFile = (calendar: DeclaredCalendar): calendar is CalendarOf<"ics"> =>
  calendar.config.kind === "ics" && calendar.config.place.kind === "file";

/** Reads the calendars that are files beside a team file. */
export async function readFileCalendars(
  team: Team,
  teamPath: string,
  asked: { readonly window: Span; readonly now: Instant },
): Promise<FileCalendars> {
  const known = new Map<CalendarId, KnownCalendar>();
  const failed: FileCalendars["failed"][number][] = [];
  const expansion = createExpansion();
  const tools = toolsFor(teamPath, expansion.expand, asked.now);
  for (const calendar of team.calendars.filter(isFile)) {
    const read = await ics.connect(calendar, team.people, tools).read(asked.window);
    // The first answer of a connection is never "unchanged".
    if (!read.ok) failed.push({ calendar, failure: read.error });
    else if (read.value !== "unchanged") {
      known.set(calendar.id, { id: calendar.id, declared: "", window: asked.window, ...read.value });
    }
  }
  expansion.dispose();
  return { known, failed, remote: team.calendars.filter((calendar) => !isFile(calendar)) };
}

const toolsFor = (teamPath: string, expand: Expand, now: Instant): CalendarTools => ({
  expand,
  clock: { now: () => now },
  http: { request: () => Promise.resolve(err({ kind: "unreachable", code: "NOT_ASKED" })) },
  secrets: { get: () => undefined },
  readText: () => err({ kind: "unreadable", code: "NOT_READ" }),
  readBytes: (path, limitBytes) => readNamedBytes(resolve(dirname(teamPath), path), limitBytes),
});
