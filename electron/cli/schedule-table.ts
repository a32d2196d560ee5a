import { watches, type Watch } from "../../shared/schedule/resolve.ts";
import { nameOf } from "../../shared/team/lookup.ts";
import type { Role, Team, Zone } from "../../shared/team/team.ts";
import { cellInMarkdown } from "../../shared/text/markdown.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { toLocal } from "../../shared/time/zoned.ts";
import { roleWords } from "../../shared/words/role-words.ts";
import type { AskedSpan } from "./asked-span.ts";
import { rolesOf } from "./local-text.ts";

/** A Markdown table with a row wherever the people on call change, in the schedule's zone (004-9). */
export function scheduleTable({ team, schedule, span }: AskedSpan): string {
  const held = rolesOf(schedule);
  const head = ["From", "To", ...held.map((role) => roleWords[role])];
  const body = watches(schedule, team, span).map((watch) => [
    cellTime(watch.from, schedule.timezone),
    cellTime(watch.to, schedule.timezone),
    ...held.map((role) => people(team, watch, role)),
  ]);
  return [head, head.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const cellTime = (at: Instant, zone: Zone): string => {
  const { date, time } = toLocal(zone, at);
  return `${date} ${time}`;
};

function people(team: Team, watch: Watch, role: Role): string {
  if (role === "primary" && watch.state === "off-hours") return "off hours";
  if (role === "primary" && watch.state === "gap") return "nobody";
  if (role === "primary" && watch.state === "unknown") return "unknown";
  return watch.people[role].map((id) => cellInMarkdown(nameOf(team, id))).join(", ");
}
