import type { LogLine } from "../../handoff/draft.ts";
import type { Duty } from "../../handoff/handoff.ts";
import type { LogItem } from "../../log/log-item.ts";
import { incidentsNamedIn, logItems } from "../../log/log-items.ts";
import type { JournalLine } from "../../log/journal-kinds.ts";
import { incidentPhrase, itemPhrase, morePhrase } from "../../log/log-words.ts";
import type { Team } from "../../team/team.ts";
import { logNames } from "../../state/log-names.ts";
import type { AppState } from "../../state/state.ts";
import { isOfSchedule } from "./of-schedule.ts";

/** More automatic lines would not be read; what somebody wrote is always told. */
const mostAutomatic = 60;

type ShiftLog = { readonly team: Team; readonly duty: Duty };

/** The on-call log of a shift, oldest first: what happened to this schedule, and what was written meanwhile (002-5). */
export function shiftLog(state: AppState, { team, duty }: ShiftLog): readonly LogLine[] {
  const lines = state.recentLog
    .filter(({ at }) => at >= duty.from)
    .map((entry, index): JournalLine => ({ seq: index + 1, ...entry }))
    .filter((line) => concerns(state, line, { team, duty }));
  return mostTelling(logItems(lines, logNames(state, lines))).map(lineOf);
}

function concerns({ incidents }: AppState, line: JournalLine, { team, duty }: ShiftLog): boolean {
  const { schedule, service } = line.body;
  if (typeof schedule === "string") return schedule === duty.schedule;
  const ids = [...incidentsNamedIn([line])];
  return (
    ids.length === 0 ||
    ids.some((id) => {
      const known = incidents.get(id) ?? (typeof service === "string" ? { service } : {});
      return isOfSchedule(team, duty.schedule, known);
    })
  );
}

function mostTelling(items: readonly LogItem[]): readonly LogItem[] {
  const automatic = new Set(items.filter(({ kind }) => kind !== "written").slice(-mostAutomatic));
  return items.filter((item) => item.kind === "written" || automatic.has(item));
}

/** What was written about a sensitive incident stays where it was written, as its title does (000-15). */
function lineOf(item: LogItem): LogLine {
  const about = [...item.incidents.map(incidentPhrase), ...(item.more > 0 ? [morePhrase(item.more)] : [])];
  const text = [itemPhrase(item), about.join("; ")].filter((part) => part !== "").join(": ");
  const isSensitive = item.incidents.some(({ sensitive }) => sensitive === true);
  const words = isSensitive
    ? []
    : [item.text, ...item.links.map(({ title, url }) => `${title}: ${url}`)].filter((line) => line !== undefined);
  return { at: item.at, text, ...(words.length > 0 && { words: words.join("\n") }) };
}
