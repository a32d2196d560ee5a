import { err, ok, type Result } from "../../shared/result.ts";
import { nearest } from "../../shared/team-file/nearest.ts";
import type { Schedule, Team, Zone } from "../../shared/team/team.ts";
import { foundText } from "../../shared/team-file/team-problem.ts";
import { parseDate, parseWall, wallOn } from "../../shared/time/civil.ts";
import { fromIso, type Instant } from "../../shared/time/instant.ts";
import { toInstant } from "../../shared/time/zoned.ts";
import { failureLines, readTeamFile } from "../node/team/team-file.ts";
import type { ExitCode, Given } from "./command.ts";

/** Why a command stops: its code, and what to say on the way out. */
export type Refusal = { readonly code: Exclude<ExitCode, 0>; readonly lines: readonly string[] };

/** The team of `--team`. */
export function askedTeam({ flags }: Given): Result<Team, Refusal> {
  const path = flags.get("team") ?? "";
  const read = readTeamFile(path);
  return read.ok ? ok(read.value.team) : err({ code: 1, lines: failureLines(path, read.error) });
}

/** The schedule of `--schedule`; `undefined` where none is asked for. */
export function askedSchedule({ flags }: Given, team: Team): Result<Schedule | undefined, Refusal> {
  const id = flags.get("schedule");
  if (id === undefined) return ok(undefined);
  const found = team.schedules.find((schedule) => schedule.id === id);
  if (found) return ok(found);
  const hint = nearest(
    id,
    team.schedules.map((schedule) => schedule.id),
  );
  const line = `unknown schedule ${foundText(id)}${hint === undefined ? "" : `; did you mean ${foundText(hint)}?`}`;
  return err({ code: 1, lines: [line] });
}

/** The time of a flag: ISO 8601 with an offset, or a local date or time of the team's zone. `undefined` where it is not given. */
export function askedTime({ flags }: Given, name: string, zone: Zone): Result<Instant | undefined, Refusal> {
  const text = flags.get(name);
  if (text === undefined) return ok(undefined);
  const at = inReach(text) ? (fromIso(text) ?? fromLocal(text, zone)) : undefined;
  if (at !== undefined) return ok(at);
  const line = `--${name} ${foundText(text)} is no time from 1970 to 2199, such as 2027-01-04T09:00 or 2027-01-04T08:00:00Z`;
  return err({ code: 2, lines: [line] });
}

/** Zone data before 1970 is guesswork, and nobody is on call in the year 9999. */
const inReach = (text: string): boolean => /^(19[7-9]\d|20\d\d|21\d\d)-/.test(text);

function fromLocal(text: string, zone: Zone): Instant | undefined {
  const day = parseDate(text);
  const wall = day === undefined ? parseWall(text.replace(/(T\d{2}:\d{2}):00$/, "$1")) : wallOn(day, 0);
  return wall === undefined ? undefined : toInstant(zone, wall);
}
