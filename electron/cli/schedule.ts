import { inScope, outgoingEvents } from "../../shared/app/calendar-out/outgoing-events.ts";
import type { RevisedEvent } from "../../shared/calendar/outgoing.ts";
import { shifts } from "../../shared/schedule/resolve.ts";
import type { Span } from "../../shared/schedule/shift.ts";
import { findPerson, nameOf } from "../../shared/team/lookup.ts";
import type { PersonId, Schedule, Team } from "../../shared/team/team.ts";
import { day } from "../../shared/time/duration.ts";
import { toIso } from "../../shared/time/instant.ts";
import { toInstant } from "../../shared/time/zoned.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { foundText } from "../../shared/team/team-problem.ts";
import { writeIcs } from "../node/ics-writer.ts";
import { askedSchedule, askedTeam, askedTime, type Refusal } from "./asked-team.ts";
import type { Command, Given } from "./command.ts";
import { refuse } from "./oncall.ts";
import { scheduleTable } from "./schedule-table.ts";

/** Longer questions are a slip of the finger. */
const longestSpan = 20 * 366 * day;

type Asked = { readonly team: Team; readonly schedule: Schedule; readonly span: Span; readonly person?: PersonId };

const formats: Readonly<Record<string, (asked: Asked) => string>> = { json: asJson, md: scheduleTable, ics: asIcs };

/** `baton schedule`: the shifts that meet a span, whole even where they begin before it or end after it. */
export const schedule: Command = {
  name: "schedule",
  about: "Print the shifts of a span of time",
  words: [],
  flags: [
    { name: "team", value: "FILE", required: true, about: "the team file" },
    { name: "schedule", value: "ID", required: true, about: "the schedule" },
    { name: "from", value: "TIME", required: true, about: "ISO 8601 with an offset, or a local time of the team" },
    { name: "to", value: "TIME", required: true, about: "likewise; the span ends just before it" },
    { name: "person", value: "ID", about: "only this person's shifts; with ics" },
    { name: "format", value: "json|md|ics", about: "JSON, a Markdown table (default) or a calendar" },
  ],
  run(given, terminal) {
    const format = given.flags.get("format") ?? "md";
    const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
    if (!write) return refuse({ code: 2, lines: [`unknown format ${foundText(format)}; json, md or ics`] }, terminal);
    if (format !== "ics" && given.flags.has("person")) {
      return refuse({ code: 2, lines: ["--person goes with --format ics"] }, terminal);
    }
    const asked = readAsked(given);
    if (!asked.ok) return refuse(asked.error, terminal);
    terminal.out(write(asked.value));
    return 0;
  },
};

function readAsked(given: Given): Result<Asked, Refusal> {
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
  const person = given.flags.get("person");
  if (person !== undefined && !findPerson(team.value, person)) {
    return err({ code: 1, lines: [`unknown person ${foundText(person)}`] });
  }
  const span = { from: from.value, to: to.value };
  return ok({ team: team.value, schedule: schedule.value, span, ...(person !== undefined && { person }) });
}

function asJson({ team, schedule, span }: Asked): string {
  const found = shifts(schedule, team, span).map(({ role, person, from, to, because, holiday }) => ({
    role,
    person,
    from: toIso(from),
    to: toIso(to),
    because,
    ...(holiday === undefined ? {} : { holiday }),
  }));
  return JSON.stringify(found);
}

/** Without a history: a shift that is the same is written the same, whenever that is. */
function asIcs({ team, schedule, span, person }: Asked): string {
  const ofSchedule = inScope(outgoingEvents(team, span), { kind: "schedule", id: schedule.id });
  const chosen = person === undefined ? ofSchedule : inScope(ofSchedule, { kind: "person", id: person });
  const events = chosen.map((event): RevisedEvent => {
    const begins = event.kind === "shift" ? event.from : toInstant(schedule.timezone, `${event.date}T00:00`);
    return { ...event, sequence: 0, changedAt: begins, cancelled: false };
  });
  const whose = person === undefined ? (schedule.name ?? schedule.id) : nameOf(team, person);
  return writeIcs({ team: team.id, name: `${team.name}: ${whose}`, events }).trimEnd();
}
