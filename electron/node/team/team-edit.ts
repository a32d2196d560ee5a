import { isDeepStrictEqual } from "node:util";
import { err, ok, type Result } from "../../../shared/result.ts";
import { changed, type Change } from "../../../shared/schedule/change.ts";
import { parseTeam } from "../../../shared/team/parse-team.ts";
import type { ScheduleId, Team } from "../../../shared/team/team.ts";
import type { TeamProblem } from "../../../shared/team-file/team-problem.ts";
import { inserted, type Insertion } from "./insertion.ts";
import { placesOf, readTeamYaml } from "./team-yaml.ts";
import { listInsertions, type NotPlaced } from "./yaml-list.ts";

export type EditRefusal =
  | { readonly kind: "bad"; readonly problems: readonly TeamProblem[] }
  | { readonly kind: "no-schedule" }
  | NotPlaced
  /** The text that came of it does not say what was meant, so it is not used. */
  | { readonly kind: "unsure" };

export type TeamEdit = { readonly text: string; readonly insertions: readonly Insertion[] };

export type Wanted = { readonly schedule: ScheduleId; readonly change: Change };

/**
 * The text of a team file with a change in it. Only adds: whatever else stands in the file, comments, order, quotes and line
 * ends, stays as it is. The result is read again, and refused unless it is exactly the team that was meant.
 */
export function editTeam(text: string, wanted: Wanted): Result<TeamEdit, EditRefusal> {
  const before = read(text);
  if (!before.ok) return before;
  const meant = teamWith(before.value, wanted);
  if (!meant) return err({ kind: "no-schedule" });
  const mark = text.startsWith("\u{feff}") ? 1 : 0;
  const source = text.slice(mark);
  const { key, fields } = itemOf(wanted.change);
  const found = listInsertions(source, placesOf(source), { schedule: wanted.schedule, key, fields });
  if (!found.ok) return found;
  const insertions = found.value.map((one) => ({ ...one, at: one.at + mark }));
  const next = inserted(text, insertions);
  const after = read(next);
  return after.ok && isDeepStrictEqual(after.value, meant) ? ok({ text: next, insertions }) : err({ kind: "unsure" });
}

function read(text: string): Result<Team, EditRefusal> {
  const document = readTeamYaml(text);
  const parsed = document.ok ? parseTeam(document.value) : document;
  return parsed.ok ? ok(parsed.value.team) : err({ kind: "bad", problems: parsed.error });
}

function teamWith(team: Team, { schedule: id, change }: Wanted): Team | undefined {
  if (!team.schedules.some((schedule) => schedule.id === id)) return undefined;
  const schedules = team.schedules.map((schedule) => (schedule.id === id ? changed(schedule, change) : schedule));
  return { ...team, schedules };
}

/** The list that a change belongs to, and its item there. */
function itemOf(change: Change): {
  readonly key: "overrides" | "swaps";
  readonly fields: Record<string, string | undefined>;
} {
  if (change.kind === "swap") {
    const { role, a, b, from, to } = change.swap;
    return { key: "swaps", fields: { role, a, b, from, to } };
  }
  const { role, person, from, to, reason } = change.override;
  return { key: "overrides", fields: { role, person, from, to, reason } };
}
