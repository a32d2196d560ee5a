import { inScope, outgoingEvents } from "../../shared/behaviour/calendar/outgoing-events.ts";
import type { RevisedEvent } from "../../shared/calendar/outgoing.ts";
import { shifts } from "../../shared/schedule/resolve.ts";
import { findPerson, nameOf } from "../../shared/team/lookup.ts";
import type { PersonId } from "../../shared/team/team.ts";
import { toIso } from "../../shared/time/instant.ts";
import { toInstant } from "../../shared/time/zoned.ts";
import { foundText } from "../../shared/team-file/team-problem.ts";
import { writeIcs } from "../node/calendar/ics-writer.ts";
import { askedSpan, spanFlags, type AskedSpan } from "./asked-span.ts";
import type { Command } from "./command.ts";
import { refuse } from "./oncall.ts";
import { scheduleTable } from "./schedule-table.ts";

type Asked = AskedSpan & { readonly person?: PersonId };

const formats: Readonly<Record<string, (asked: Asked) => string>> = { json: asJson, md: scheduleTable, ics: asIcs };

/** `baton schedule`: the shifts that meet a span, whole even where they begin before it or end after it. */
export const schedule: Command = {
  name: "schedule",
  about: "Print the shifts of a span of time",
  words: [],
  flags: [
    ...spanFlags,
    { name: "person", value: "ID", about: "only this person's shifts; with ics" },
    { name: "format", value: "json|md|ics", about: "JSON, a Markdown table (default) or a calendar" },
  ],
  async run(given, terminal) {
    const format = given.flags.get("format") ?? "md";
    const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
    if (!write) return refuse({ code: 2, lines: [`unknown format ${foundText(format)}; json, md or ics`] }, terminal);
    const person = given.flags.get("person");
    if (format !== "ics" && person !== undefined) {
      return refuse({ code: 2, lines: ["--person goes with --format ics"] }, terminal);
    }
    const asked = await askedSpan(given, terminal);
    if (!asked.ok) return refuse(asked.error, terminal);
    if (person !== undefined && !findPerson(asked.value.team, person)) {
      return refuse({ code: 1, lines: [`unknown person ${foundText(person)}`] }, terminal);
    }
    terminal.out(write({ ...asked.value, ...(person !== undefined && { person }) }));
    return 0;
  },
};

function asJson({ team, schedule, span }: AskedSpan): string {
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
