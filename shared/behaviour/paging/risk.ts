import type { Instant } from "../../time/instant.ts";
import { idleAt, type IdleSpan } from "../../state/idle.ts";
import { dutyAt } from "../../state/duty.ts";
import type { Duty } from "../../incident/duty.ts";
import { isMine } from "../../incident/escalation.ts";
import { isOpen, type Incident } from "../../incident/incident.ts";
import { riskAt } from "../../incident/deadline.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Stamp } from "../../state/event.ts";
import { whoAmI, type AppState } from "../../state/state.ts";

/** A clock of an incident that is at risk. `id` is the incident's id and the clock. */
type Risk = {
  readonly id: string;
  readonly incident: Incident;
  readonly clock: "respond" | "resolve";
  readonly by: Instant;
};

/** Tells once, and all together, which of my deadlines have come to be at risk. */
export function riskNotices(state: AppState, { now }: Stamp): Decision {
  if (!state.loaded) return becomes(state);
  const duty = dutyAt(state.loaded.team, now);
  const idle = idleAt(state, duty);
  if (idle && told.get(idle) === state.toldRisks) return becomes(state);
  const decision = tellRisks(state, duty);
  if (idle) told.set(idle, decision.state.toldRisks);
  return decision;
}

/** What was told of the incidents of an idle span: until it ends, nothing more comes to be at risk. */
const told = new WeakMap<IdleSpan, AppState["toldRisks"]>();

function tellRisks(state: AppState, duty: Duty): Decision {
  const { now } = duty;
  const found = untoldRisks(state, now);
  if (found.length === 0) return becomes(forgetEnded(state));
  const me = whoAmI(state);
  const mine = found.filter(
    ({ incident, by }) => by > now && incident.suppression === undefined && isMine(duty, incident, me),
  );
  const toldRisks = new Set([...state.toldRisks, ...found.map(({ id }) => id)]);
  const next = { ...state, toldRisks };
  const first = mine.toSorted((a, b) => a.by - b.by)[0];
  if (!first) return becomes(next);
  const sensitive = duty.service(first.incident.service)?.sensitive ?? false;
  const facts = {
    kind: "deadlines",
    key: "deadlines",
    count: mine.length,
    first: { ...(!sensitive && { title: first.incident.alert.title }), clock: first.clock, by: first.by },
    incident: first.incident.id,
  } as const;
  const order = { facts, now, sound: state.settings.sound ? ("notice" as const) : ("none" as const), sticky: false };
  const entries = [{ at: now, kind: "deadline-at-risk", body: { incidents: mine.map(({ incident }) => incident.id) } }];
  return { state: next, effects: [{ kind: "show-notice", order }], entries };
}

/** The clocks that still run, and of which no more than a quarter is left. */
function untoldRisks(state: AppState, now: Instant): readonly Risk[] {
  const found: Risk[] = [];
  const look = (incident: Incident, clock: Risk["clock"], by: Instant | undefined): void => {
    if (by === undefined || riskAt(incident.openedAt, by) > now) return;
    const id = `${incident.id} ${clock}`;
    if (!state.toldRisks.has(id)) found.push({ id, incident, clock, by });
  };
  for (const incident of state.incidents.values()) {
    if (!isOpen(incident)) continue;
    if (incident.respondedAt === undefined) look(incident, "respond", incident.respondBy);
    look(incident, "resolve", incident.resolveBy);
  }
  return found;
}

function forgetEnded(state: AppState): AppState {
  const kept = [...state.toldRisks].filter((id) => state.incidents.has(id.slice(0, id.indexOf(" "))));
  return kept.length === state.toldRisks.size ? state : { ...state, toldRisks: new Set(kept) };
}
