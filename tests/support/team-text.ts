import { readTeamYaml } from "../../electron/node/team/team-yaml.ts";
import { parseTeam, type ParsedTeam } from "../../shared/team/parse-team.ts";
import { problemText, type TeamProblem } from "../../shared/team-file/team-problem.ts";
import type { Result } from "../../shared/result.ts";

/** Reads YAML as Baton does. */
export function readTeam(text: string): Result<ParsedTeam, readonly TeamProblem[]> {
  const document = readTeamYaml(text);
  return document.ok ? parseTeam(document.value) : document;
}

/** The problems of a file, one line each; none where it is good. */
export function problemsOf(text: string): readonly string[] {
  const read = readTeam(text);
  return read.ok ? [] : read.error.map((problem) => problemText("team.yaml", problem));
}

/** A good file: throws with its problems where it is not. */
export function goodTeam(text: string): ParsedTeam {
  const read = readTeam(text);
  if (!read.ok) throw new Error(read.error.map((problem) => problemText("team.yaml", problem)).join("\n"));
  return read.value;
}

/** A small file with one of everything that others refer to; sections are added to its end. */
export const smallTeam = `baton: 1
team: { id: data-eng, name: Data Engineering, timezone: Europe/Copenhagen }
people:
  - { id: alice, name: Alice }
  - { id: bob, name: Bob }
  - { id: charlie, name: Charlie }
groups:
  - { id: de, name: Data Engineering, members: [alice, bob], lead: alice }
`;
