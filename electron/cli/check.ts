import { noteText } from "../../shared/team/team-note.ts";
import type { Team } from "../../shared/team/team.ts";
import { basename } from "node:path";
import { failureLines, readTeamFile } from "../node/team-file.ts";
import type { Command } from "./command.ts";

/** `baton check FILE`: one line per problem, or what the file holds and what of it is not in use yet. */
export const check: Command = {
  name: "check",
  about: "Check a team file",
  words: ["FILE"],
  flags: [],
  run({ words }, { out }) {
    const path = words[0] ?? "";
    const read = readTeamFile(path);
    if (!read.ok) {
      for (const line of failureLines(path, read.error)) out(line);
      return 1;
    }
    const { team, notes } = read.value;
    out(`${basename(path)} is good: ${team.name}, ${summary(team)}`);
    for (const note of notes) out(noteText(basename(path), note));
    return 0;
  },
};

function summary({ people, groups, services, schedules, sources }: Team): string {
  const counts: readonly (readonly [number, string, string])[] = [
    [people.length, "person", "people"],
    [groups.length, "group", "groups"],
    [services.length, "service", "services"],
    [schedules.length, "schedule", "schedules"],
    [sources.length, "source", "sources"],
  ];
  return counts.map(([count, one, many]) => `${count} ${count === 1 ? one : many}`).join(", ");
}
