import type { Span } from "../../shared/schedule/shift.ts";
import type { Schedule, Team } from "../../shared/team/team.ts";
import { day } from "../../shared/time/duration.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { askedSchedule, askedTime, type Refusal } from "./asked-team.ts";
import type { Flag, Given, Terminal } from "./command.ts";
import { askedInForce } from "./team-in-force.ts";

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

/** What those flags ask for, of the team as it is in force then. */
export async function askedSpan(given: Given, terminal: Terminal): Promise<Result<AskedSpan, Refusal>> {
  const team = await askedInForce(given, (declared) => readSpan(given, declared), terminal);
  if (!team.ok) return team;
  const schedule = askedSchedule(given, team.value);
  if (!schedule.ok) return schedule;
  const span = readSpan(given, team.value);
  if (!span.ok) return span;
  if (!schedule.value) throw new Error("a required flag is missing");
  return ok({ team: team.value, schedule: schedule.value, span: span.value });
}

function readSpan(given: Given, { timezone }: Team): Result<Span, Refusal> {
  const from = askedTime(given, "from", timezone);
  if (!from.ok) return from;
  const to = askedTime(given, "to", timezone);
  if (!to.ok) return to;
  if (from.value === undefined || to.value === undefined) throw new Error("a required flag is missing");
  if (to.value <= from.value) return err({ code: 2, lines: ["--to must be after --from"] });
  if (to.value - from.value > longestSpan) {
    return err({ code: 2, lines: ["--from and --to are more than 20 years apart"] });
  }
  return ok({ from: from.value, to: to.value });
}
