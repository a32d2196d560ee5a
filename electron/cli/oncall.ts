import { onCall } from "../../shared/schedule/resolve.ts";
import type { Shift } from "../../shared/schedule/shift.ts";
import { nameOf } from "../../shared/team/lookup.ts";
import { roles, type Schedule, type Team } from "../../shared/team/team.ts";
import { toIso, type Instant } from "../../shared/time/instant.ts";
import { ok, type Result } from "../../shared/result.ts";
import { askedSchedule, askedTime, type Refusal } from "./asked-team.ts";
import type { Command, ExitCode, Terminal } from "./command.ts";
import { localText } from "./local-text.ts";
import { askedInForce, type Times } from "./team-in-force.ts";

/** `baton oncall`: who carries the baton, now or at a given time. */
export const oncall: Command = {
  name: "oncall",
  about: "Say who is on call",
  words: [],
  flags: [
    { name: "team", value: "FILE", required: true, about: "the team file" },
    { name: "schedule", value: "ID", about: "one schedule instead of all" },
    { name: "at", value: "TIME", about: "ISO 8601 with an offset, or a local time of the team; default now" },
    { name: "json", about: "print JSON, with instants in UTC" },
  ],
  async run(given, terminal) {
    const timeOf = ({ timezone }: Team): Result<Instant, Refusal> => {
      const at = askedTime(given, "at", timezone);
      return at.ok ? ok(at.value ?? terminal.now()) : at;
    };
    const timesOf = (declared: Team): Result<Times, Refusal> => {
      const at = timeOf(declared);
      return at.ok ? ok({ from: at.value, to: at.value }) : at;
    };
    const team = await askedInForce(given, timesOf, terminal);
    if (!team.ok) return refuse(team.error, terminal);
    const schedule = askedSchedule(given, team.value);
    if (!schedule.ok) return refuse(schedule.error, terminal);
    const at = timeOf(team.value);
    if (!at.ok) return refuse(at.error, terminal);
    const question = { team: team.value, at: at.value };
    const schedules = schedule.value ? [schedule.value] : team.value.schedules;
    if (given.flags.has("json")) terminal.out(asJson(question, schedules));
    else for (const each of schedules) terminal.out(asText(question, each));
    return 0;
  },
};

/** Says why, and gives the code to end with. */
export function refuse({ code, lines }: Refusal, terminal: Terminal): ExitCode {
  for (const line of lines) terminal.err(line);
  return code;
}

type Question = { readonly team: Team; readonly at: Instant };

function asJson({ team, at }: Question, schedules: readonly Schedule[]): string {
  const holder = ({ person, from, to, because }: Shift) => ({ person, from: toIso(from), to: toIso(to), because });
  const answers = schedules.map((schedule) => {
    const answer = onCall(schedule, team, at);
    const held = roles.map((role) => [role, answer.roles[role].map(holder)] as const);
    return { id: schedule.id, state: answer.state, roles: Object.fromEntries(held) };
  });
  return JSON.stringify({ at: toIso(at), schedules: answers });
}

const emptyWords = {
  covered: "nobody",
  "off-hours": "off hours: nobody is meant to be on call",
  gap: "a gap: nobody is on call",
  unknown: "unknown: a calendar leaves open who is on call",
};

function asText({ team, at }: Question, schedule: Schedule): string {
  const answer = onCall(schedule, team, at);
  const head = `${schedule.id} at ${localText(at, schedule.timezone)}`;
  const lines = roles.flatMap((role) =>
    answer.roles[role].map((shift) => {
      const cause = shift.because === "rotation" ? "" : ` (${shift.because})`;
      return `  ${role.padEnd(9)}  ${nameOf(team, shift.person)} until ${localText(shift.to, schedule.timezone)}${cause}`;
    }),
  );
  return [head, ...(lines.length > 0 ? lines : [`  ${emptyWords[answer.state]}`])].join("\n");
}
