import { firstOf } from "../../first-of.ts";
import type { AtRisk } from "../../handoff/draft.ts";
import { isOpen, type Incident } from "../../incident/incident.ts";
import { compareSeverity } from "../../incident/severity.ts";
import { riskAt } from "../../incident/deadline.ts";
import type { ScheduleId, Team } from "../../team/team.ts";
import type { Instant } from "../../time/instant.ts";
import type { AppState } from "../../state/state.ts";
import { isOfSchedule } from "./of-schedule.ts";

export type Risk = Pick<AtRisk, "clock" | "by"> & { readonly incident: Incident };

/** What a schedule leaves to be done. */
export type OpenWork = {
  readonly count: number;
  /** The first few, the worst first. */
  readonly worst: readonly Incident[];
  /** The first few deadlines that are at risk or missed, the nearest first. */
  readonly atRisk: readonly Risk[];
};

/** So many are named; more would not be read. */
const most = 50;

type Asked = { readonly team: Team; readonly schedule: ScheduleId; readonly now: Instant };
/** `until`: when the next deadline is at risk, and the answer another. */
type Known = Asked & OpenWork & { readonly until: number };

// In a storm there are thousands to go through, and a screen is told many times of the same ones.
const known = new WeakMap<AppState["incidents"], Known>();

/** The open incidents of a schedule. */
export function openWork(incidents: AppState["incidents"], asked: Asked): OpenWork {
  const before = known.get(incidents);
  const isSame = before?.team === asked.team && before.schedule === asked.schedule;
  if (isSame && before.now <= asked.now && asked.now < before.until) return before;
  const open = openOf(incidents, asked);
  const risks = open.flatMap(clocksOf);
  const found: Known = {
    ...asked,
    count: open.length,
    worst: firstOf(open, most, worstFirst),
    atRisk: firstOf(
      risks.filter(({ since }) => since <= asked.now),
      most,
      (a, b) => a.by - b.by,
    ),
    until: risks.reduce((next, { since }) => (since > asked.now && since < next ? since : next), Infinity),
  };
  known.set(incidents, found);
  return found;
}

function openOf(incidents: AppState["incidents"], { team, schedule }: Asked): readonly Incident[] {
  const answers = new Map<Incident["service"], boolean>();
  return [...incidents.values()].filter((incident) => {
    if (!isOpen(incident)) return false;
    const answered = answers.get(incident.service);
    if (answered !== undefined) return answered;
    const answer = isOfSchedule(team, schedule, incident);
    answers.set(incident.service, answer);
    return answer;
  });
}

const worstFirst = (a: Incident, b: Incident): number =>
  compareSeverity(a.severity, b.severity) || a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);

/** The clocks of an incident that still run or have run out, and since when each is at risk. */
function clocksOf(incident: Incident): readonly (Risk & { readonly since: Instant })[] {
  const { openedAt, respondedAt, respondBy, resolveBy } = incident;
  const clock = (name: Risk["clock"], by: Instant) => ({ incident, clock: name, by, since: riskAt(openedAt, by) });
  return [
    ...(respondedAt === undefined && respondBy !== undefined ? [clock("respond", respondBy)] : []),
    ...(resolveBy === undefined ? [] : [clock("resolve", resolveBy)]),
  ];
}
