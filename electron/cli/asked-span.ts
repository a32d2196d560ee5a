import type { Span } from "../../shared/schedule/shift.ts";
import type { Schedule, Team } from "../../shared/team/team.ts";
import { day } from "../../shared/time/duration.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { askedSchedule, askedTeam, askedTime, type Refusal } from "./asked-team.ts";
import type { Flag, Given } from "./command.ts";

/** Longer questions are a slip of the finger. */
const longestSpan = 20 * 366 * day;

/** One schedule of a team over a span. */
export type AskedSpan = { readonly team: Team; readonly schedule: Schedule; readonly span: Span };

/** The flags that ask for it. */
export const spanFlags: readonly Flag[] = [
  { name: "team", value: "FILE", required: true, about: "the team file" },
  { name: "schedule", value: "ID", required: true, about: "the schedule" },
  { name: "from", value: "TIME", required: true, about: "ISO 8601 with an offset, or a local time of the team" },
  { name: "to", value: "TIME", required: true, about: "likewise; the span ends just before it" },
];

/** What those flags ask for. */
export function askedSpan(given: Given): Result<AskedSpan, Refusal> {
  const team = askedTeam(given);
  if (!team.ok) return team;
  const schedule = askedSchedule(given, team.value);
  if (!schedule.ok) return schedule;
  const from = askedTime(given, "from", team.value.timezone);
  if (!from.ok) return from;
  const to = askedTime(given, "to", team.value.timezone);
  if (!to.ok) return to;
  if (!schedule.value || from.value === undefined || to.value === undefined) {
    throw new Error("a required flag is missing");
  }
  if (to.value <= from.value) return err({ code: 2, lines: ["--to must be after --from"] });
  if (to.value - from.value > longestSpan) {
    return err({ code: 2, lines: ["--from and --to are more than 20 years apart"] });
  }
  return ok({ team: team.value, schedule: schedule.value, span: { from: from.value, to: to.value } });
}
