import { changeProblems, type ChangeProblem } from "../../shared/schedule/change-problem.ts";
import type { Change } from "../../shared/schedule/change.ts";
import { changeEffect } from "../../shared/schedule/change-effect.ts";
import { nameOf } from "../../shared/team/lookup.ts";
import { roles, type Role, type Schedule, type Team } from "../../shared/team/team.ts";
import { foundText } from "../../shared/team-file/team-problem.ts";
import { formatWall, type LocalDateTime } from "../../shared/time/civil.ts";
import { toWall } from "../../shared/time/zoned.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { TeamDraftFailure } from "../core/app-types.ts";
import { draftFile, writeTeamFile } from "../node/team/team-edits.ts";
import { askedSchedule, askedTeam, askedTime, type Refusal } from "./asked-team.ts";
import type { Command, Given, Terminal } from "./command.ts";
import { refuse } from "./oncall.ts";

type Asked = { readonly path: string; readonly team: Team; readonly schedule: Schedule; readonly change: Change };

/** `baton override`: puts an override into the team file, and shows the lines first. */
export const override: Command = {
  name: "override",
  about: "Let somebody take a role for a span, in the team file",
  words: [],
  flags: [
    { name: "team", value: "FILE", required: true, about: "the team file, which is changed in place" },
    { name: "schedule", value: "ID", required: true, about: "the schedule" },
    { name: "role", value: roles.join("|"), required: true, about: "the role" },
    { name: "person", value: "ID", required: true, about: "who takes it" },
    { name: "from", value: "TIME", required: true, about: "ISO 8601 with an offset, or a local time of the schedule" },
    { name: "to", value: "TIME", required: true, about: "likewise; it ends just before" },
    { name: "reason", value: "TEXT", about: "why, for the file" },
    { name: "dry-run", about: "show the lines and leave the file as it is" },
  ],
  run(given, terminal) {
    const asked = readAsked(given);
    if (!asked.ok) return refuse(asked.error, terminal);
    const { path, schedule, change } = asked.value;
    const draft = draftFile(path, { schedule: schedule.id, change });
    if (!draft.ok) return refuse({ code: 1, lines: [refusals[draft.error.kind]] }, terminal);
    terminal.out(draft.value.patch.trimEnd());
    warn(asked.value, terminal);
    if (given.flags.has("dry-run")) return 0;
    const written = writeTeamFile(draft.value.edit, "apply");
    if (!written.ok) {
      return refuse({ code: 1, lines: [`not written: ${written.error.code ?? written.error.kind}`] }, terminal);
    }
    terminal.err(`written into ${path}`);
    return 0;
  },
};

const refusals: Readonly<Record<TeamDraftFailure["kind"], string>> = {
  unreadable: "the team file cannot be read",
  bad: "the team file has errors; baton check names them",
  "no-schedule": "the team file has no such schedule",
  alias: "the list of overrides stands for another one (*name); edit the file by hand",
  unsure: "this cannot be added without changing more than that; edit the file by hand",
};

function readAsked(given: Given): Result<Asked, Refusal> {
  const team = askedTeam(given);
  if (!team.ok) return team;
  const found = askedSchedule(given, team.value);
  if (!found.ok) return found;
  const role = askedRole(given);
  if (!role.ok) return role;
  const schedule = found.value;
  if (!schedule) throw new Error("a required flag is missing");
  const from = askedWall(given, "from", schedule);
  if (!from.ok) return from;
  const to = askedWall(given, "to", schedule);
  if (!to.ok) return to;
  const reason = given.flags.get("reason");
  const person = given.flags.get("person") ?? "";
  const change: Change = {
    kind: "override",
    override: { role: role.value, person, from: from.value, to: to.value, ...(reason !== undefined && { reason }) },
  };
  const [problem] = changeProblems(schedule, team.value, { change, people: team.value.people });
  if (problem) return err({ code: 1, lines: [problemLine(problem)] });
  return ok({ path: given.flags.get("team") ?? "", team: team.value, schedule, change });
}

function askedRole({ flags }: Given): Result<Role, Refusal> {
  const text = flags.get("role") ?? "";
  const role = roles.find((each) => each === text);
  return role ? ok(role) : err({ code: 2, lines: [`unknown role ${foundText(text)}; ${roles.join(", ")}`] });
}

function askedWall(given: Given, name: string, { timezone }: Schedule): Result<LocalDateTime, Refusal> {
  const at = askedTime(given, name, timezone);
  if (!at.ok) return at;
  if (at.value === undefined) throw new Error("a required flag is missing");
  return ok(formatWall(toWall(timezone, at.value)));
}

function problemLine(problem: ChangeProblem): string {
  switch (problem.kind) {
    case "unknown-person":
      return `the team file does not name ${foundText(problem.person)}`;
    case "unknown-role":
      return `the schedule has no ${problem.role}`;
    case "empty-span":
      return "--to must be after --from";
    case "too-long":
      return "an override covers at most a year";
    case "no-effect":
      return "nothing would change: this person has the role then anyway";
    case "same-person":
    case "bad-time":
      return "not a change";
  }
}

/** What a person should know, though it stops nothing. */
function warn({ team, schedule, change }: Asked, terminal: Terminal): void {
  const { conflicts, fairness } = changeEffect(schedule, team, { change, people: team.people });
  for (const { kind, shift } of conflicts.made) {
    const what = kind === "away" ? "is away" : `is on call in another role as well as ${shift.role}`;
    terminal.err(`warning: ${nameOf(team, shift.person)} ${what} then`);
  }
  terminal.err(`fairness: ${String(fairness.before.index)} before, ${String(fairness.after.index)} after`);
}
