import { shifts } from "../../shared/schedule/resolve.ts";
import { toIso } from "../../shared/time/instant.ts";
import { foundText } from "../../shared/team/team-problem.ts";
import { writeIcs } from "../node/ics-writer.ts";
import { askedSpan, spanFlags, type AskedSpan } from "./asked-span.ts";
import type { Command } from "./command.ts";
import { refuse } from "./oncall.ts";
import { scheduleTable } from "./schedule-table.ts";

const formats: Readonly<Record<string, (asked: AskedSpan) => string>> = { json: asJson, md: scheduleTable, ics: asIcs };

/** `baton schedule`: the shifts that meet a span, whole even where they begin before it or end after it. */
export const schedule: Command = {
  name: "schedule",
  about: "Print the shifts of a span of time",
  words: [],
  flags: [
    ...spanFlags,
    { name: "format", value: "json|md|ics", about: "JSON, a Markdown table (default) or a calendar" },
  ],
  run(given, terminal) {
    const format = given.flags.get("format") ?? "md";
    const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
    if (!write) return refuse({ code: 2, lines: [`unknown format ${foundText(format)}; json, md or ics`] }, terminal);
    const asked = askedSpan(given);
    if (!asked.ok) return refuse(asked.error, terminal);
    terminal.out(write(asked.value));
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

function asIcs({ team, schedule, span }: AskedSpan): string {
  return writeIcs({ team, schedule, shifts: shifts(schedule, team, span) }).trimEnd();
}
