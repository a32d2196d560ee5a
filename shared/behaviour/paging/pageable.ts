import { memoize, memoizeLast } from "../../memoize.ts";
import type { Duty } from "../../incident/duty.ts";
import { isMine } from "../../incident/escalation.ts";
import { needsSomebody, type Incident, type IncidentId } from "../../incident/incident.ts";
import type { PersonId } from "../../team/team.ts";
import type { Instant } from "../../time/instant.ts";
import { idleAt } from "../../state/idle.ts";
import { whoAmI, type AppState } from "../../state/state.ts";

/** What I am to hear of, and to whom and under which setting that holds. */
export type Pageable = {
  readonly me: PersonId | undefined;
  readonly notifyAll: boolean;
  readonly incidents: ReadonlyMap<IncidentId, Incident>;
};

const pageables = memoizeLast<Pageable>();

/** What I am to hear of: it needs somebody, and it is mine, or I asked to hear of everything. The same for a whole idle. */
export function pageableOf(state: AppState, duty: Duty): Pageable {
  const me = whoAmI(state);
  const { notifyAll } = state.settings;
  const find = (): Pageable => ({ me, notifyAll, incidents: needing(state, duty, { me, notifyAll }) });
  const idle = idleAt(state, duty);
  return idle ? pageables(idle, [me, notifyAll], find) : find();
}

function needing(
  state: AppState,
  duty: Duty,
  { me, notifyAll }: Omit<Pageable, "incidents">,
): ReadonlyMap<IncidentId, Incident> {
  const incidents = new Map<IncidentId, Incident>();
  for (const incident of state.incidents.values()) {
    if (needsSomebody(incident) && (notifyAll || isMine(duty, incident, me))) incidents.set(incident.id, incident);
  }
  return incidents;
}

const toldBy = new WeakMap<Pageable, AppState["tellings"]>();

/** Remembers that tellings are of exactly these incidents: nothing is due until one of them is to be told again. */
export const allTold = (pageable: Pageable, tellings: AppState["tellings"]): void => {
  toldBy.set(pageable, tellings);
};

/** What was not told yet, or is to be told again; and how many of the tellings are of what I am to hear of. */
export function dueOf(
  { tellings }: AppState,
  pageable: Pageable,
  now: Instant,
): { readonly due: readonly Incident[]; readonly known: number } {
  const again = firstTelling(tellings);
  if (toldBy.get(pageable) === tellings && (again === undefined || now < again)) {
    return { due: [], known: tellings.size };
  }
  const due: Incident[] = [];
  let known = 0;
  for (const [id, incident] of pageable.incidents) {
    const telling = tellings.get(id);
    if (telling) known += 1;
    if (!telling || (telling.nextAt !== undefined && telling.nextAt <= now)) due.push(incident);
  }
  if (due.length === 0 && known === tellings.size) allTold(pageable, tellings);
  return { due, known };
}

/** When the first of these is, or was, to be told again. */
const firstTelling = (tellings: AppState["tellings"]): Instant | undefined => first(tellings).at;
const first = memoize((tellings: AppState["tellings"]) => ({ at: earliestAfter(tellings, -Infinity) }));

/** When, after `now`, the next of these is to be told again. What is due and was not told is held by something else. */
export function nextTelling(tellings: AppState["tellings"], now: Instant): Instant | undefined {
  const at = firstTelling(tellings);
  return at === undefined || at > now ? at : earliestAfter(tellings, now);
}

function earliestAfter(tellings: AppState["tellings"], now: number): Instant | undefined {
  let at: Instant | undefined;
  for (const { nextAt } of tellings.values()) {
    if (nextAt !== undefined && nextAt > now && (at === undefined || nextAt < at)) at = nextAt;
  }
  return at;
}
