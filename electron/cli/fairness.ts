import { fairness, type Fairness } from "../../shared/schedule/fairness.ts";
import { nameOf } from "../../shared/team/lookup.ts";
import { toIso } from "../../shared/time/instant.ts";
import { askedSpan, spanFlags, type AskedSpan } from "./asked-span.ts";
import type { Command } from "./command.ts";
import { localText } from "./local-text.ts";
import { refuse } from "./oncall.ts";

/** `baton fairness`: how the primary duty of a span is shared out. */
export const fairnessCommand: Command = {
  name: "fairness",
  about: "Say how the duty of a span of time is shared out",
  words: [],
  flags: [...spanFlags, { name: "json", about: "print JSON, with instants in UTC" }],
  async run(given, terminal) {
    const asked = await askedSpan(given, terminal);
    if (!asked.ok) return refuse(asked.error, terminal);
    const { team, schedule, span } = asked.value;
    const found = fairness(schedule, team, { span, people: team.people });
    terminal.out(given.flags.has("json") ? asJson(asked.value, found) : asTable(asked.value, found));
    return 0;
  },
};

const asJson = ({ schedule, span }: AskedSpan, { index, loads }: Fairness): string =>
  JSON.stringify({ schedule: schedule.id, from: toIso(span.from), to: toIso(span.to), index, loads });

const head = ["Person", "Shifts", "Hours", "Weekend", "Holiday", "Night"];

function asTable({ team, schedule, span }: AskedSpan, { index, loads }: Fairness): string {
  const rows = loads.map(({ person, shifts, hours, weekendHours, holidayHours, nightHours }) => [
    nameOf(team, person),
    ...[shifts, hours, weekendHours, holidayHours, nightHours].map((value) => String(Math.round(value * 10) / 10)),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  const { timezone } = schedule;
  return [
    `${schedule.id}, primary, from ${localText(span.from, timezone)} to ${localText(span.to, timezone)}`,
    `Fairness ${index} of 100`,
    "",
    ...[head, ...rows].map(line),
  ].join("\n");
}
