import { calendarWindow } from "../../shared/behaviour/calendar/read-calendars.ts";
import { noteText } from "../../shared/team-file/team-note.ts";
import type { CalendarId, Team } from "../../shared/team/team.ts";
import { foundText } from "../../shared/team-file/team-problem.ts";
import { count } from "../../shared/text/sentence.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { basename } from "node:path";
import { failureLines, readTeamFile } from "../node/team/team-file.ts";
import { calendarFailure } from "../core/words/calendar-failure-words.ts";
import type { Command } from "./command.ts";
import { readFileCalendars } from "./file-calendars.ts";

/** `baton check FILE`: one line per problem, or what the file holds and what of it is not in use yet. */
export const check: Command = {
  name: "check",
  about: "Check a team file",
  words: ["FILE"],
  flags: [],
  async run({ words }, { out, now }) {
    const path = words[0] ?? "";
    const read = readTeamFile(path);
    if (!read.ok) {
      for (const line of failureLines(path, read.error)) out(line);
      return 1;
    }
    const { team, notes } = read.value;
    out(`${basename(path)} is good: ${team.name}, ${summary(team)}`);
    for (const note of notes) out(noteText(basename(path), note));
    const lines = await calendarLines(team, { path, now: now() });
    for (const line of lines.notes) out(line);
    for (const line of lines.problems) out(line);
    return lines.problems.length > 0 ? 1 : 0;
  },
};

/** What there is to say of the calendars that are files: those of addresses are not asked. */
async function calendarLines(
  team: Team,
  { path, now }: { readonly path: string; readonly now: Instant },
): Promise<{ readonly notes: readonly string[]; readonly problems: readonly string[] }> {
  const { known, failed } = await readFileCalendars(team, path, { window: calendarWindow(now), now });
  const place = (id: CalendarId): string => `${basename(path)}: calendar ${id}`;
  return {
    problems: failed.map(({ calendar, failure }) => `${place(calendar.id)}: ${calendarFailure(failure)}`),
    notes: [...known.values()].flatMap(({ id, content }) => {
      if (content.use !== "shifts") {
        return content.unread.length === 0
          ? []
          : [`${place(id)}: ${content.unread.length} unreadable events count for nothing`];
      }
      const [first] = content.unmapped;
      return first
        ? [
            `${place(id)}: ${content.unmappedCount} shifts name nobody, or several people, of the team; the first is ${foundText(first.title)}`,
          ]
        : [];
    }),
  };
}

function summary({ people, groups, services, schedules, sources }: Team): string {
  const counts: readonly (readonly [number, string, string])[] = [
    [people.length, "person", "people"],
    [groups.length, "group", "groups"],
    [services.length, "service", "services"],
    [schedules.length, "schedule", "schedules"],
    [sources.length, "source", "sources"],
  ];
  return counts.map(([number, one, many]) => count(number, one, many)).join(", ");
}
