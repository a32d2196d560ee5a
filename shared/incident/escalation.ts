import { minute } from "../time/duration.ts";
import { after, type Instant } from "../time/instant.ts";
import type { EscalationPolicy, PersonId, Service } from "../team/team.ts";
import { policyOf, type Duty } from "./duty.ts";
import type { Escalation, Incident } from "./incident.ts";
import { slaTarget } from "./sla.ts";
import { peopleOf } from "../team/lookup.ts";

const shortestPause = 5 * minute;
const pauseOfOneStep = 15 * minute;

/** Milliseconds of one round: the last step is given as long as the one before it was, and at least five minutes. */
export function roundLength(policy: EscalationPolicy): number {
  const last = policy.steps.at(-1)?.after ?? 0;
  const before = policy.steps.at(-2)?.after;
  return last + (before === undefined ? pauseOfOneStep : Math.max(last - before, shortestPause));
}

/**
 * Moves an escalation to where it stands now. Off hours, which are the team's own choice, there is none, and it begins anew
 * with the next person on duty; a gap is nobody's choice, and does not stop it. A step that names nobody is passed at once,
 * so that a gap never costs the next person's time.
 */
export function advance(duty: Duty, incident: Incident): Escalation | undefined {
  const service = duty.service(incident.service);
  const policy = policyOf(duty.team, service);
  const current = incident.escalation?.policy === policy.id ? incident.escalation : undefined;
  if (duty.of(service).state === "off-hours") return undefined;
  const started = current ?? { policy: policy.id, round: 0, step: -1, roundStartedAt: duty.now };
  const round = roundAt(policy, started, duty.now);
  const due = stepDue(policy, round, duty.now);
  const reached = Math.max(firstWithPeople(duty, service, { policy, from: due }), round.step);
  return current?.round === round.round && current.step === reached ? current : { ...round, step: reached };
}

function roundAt(policy: EscalationPolicy, current: Escalation, now: Instant): Escalation {
  const passed = Math.floor((now - current.roundStartedAt) / roundLength(policy));
  const rounds = Math.max(0, Math.min(passed, policy.repeat - current.round));
  if (rounds === 0) return current;
  return {
    ...current,
    round: current.round + rounds,
    step: -1,
    roundStartedAt: after(current.roundStartedAt, rounds * roundLength(policy)),
  };
}

/** The last step whose time has come; -1 before the first. */
function stepDue({ steps }: EscalationPolicy, { roundStartedAt }: Escalation, now: Instant): number {
  let due = steps.length - 1;
  while (due >= 0 && roundStartedAt + (steps[due]?.after ?? 0) > now) due -= 1;
  return due;
}

function firstWithPeople(
  duty: Duty,
  service: Service | undefined,
  { policy: { steps }, from }: { readonly policy: EscalationPolicy; readonly from: number },
): number {
  if (from < 0) return from;
  let at = from;
  while (at < steps.length - 1 && duty.named(service, steps[at]?.notify ?? []).length === 0) at += 1;
  return at;
}

/** The next instant after now at which time moves a running escalation, to a further step or into the next round. */
export function nextMove(duty: Duty, { service, escalation }: Incident): Instant | undefined {
  if (!escalation) return undefined;
  const policy = policyOf(duty.team, duty.service(service));
  for (const step of policy.steps) {
    const at = after(escalation.roundStartedAt, step.after);
    if (at > duty.now) return at;
  }
  return policy.repeat > escalation.round ? after(escalation.roundStartedAt, roundLength(policy)) : undefined;
}

/** The next page: when, who, and which step; undefined where the policy has nobody left to page. */
export type NextPage = {
  readonly at: Instant;
  readonly step: number;
  readonly round: number;
  readonly people: readonly PersonId[];
};

/** Finds the next page of a running escalation, by who is on call now. */
export function nextPage(duty: Duty, incident: Incident): NextPage | undefined {
  const { escalation } = incident;
  if (!escalation) return undefined;
  const service = duty.service(incident.service);
  const policy = policyOf(duty.team, service);
  const rounds = policy.repeat > escalation.round ? [escalation.round, escalation.round + 1] : [escalation.round];
  for (const round of rounds) {
    const startedAt = after(escalation.roundStartedAt, (round - escalation.round) * roundLength(policy));
    const from = round === escalation.round ? escalation.step + 1 : 0;
    const step = policy.steps.findIndex(({ notify }, index) => index >= from && duty.named(service, notify).length > 0);
    const found = policy.steps[step];
    if (found) return { at: after(startedAt, found.after), step, round, people: duty.named(service, found.notify) };
  }
  return undefined;
}

/**
 * Whom an incident is with now: the people its current step names, and past its deadline those whom the SLA escalates to.
 * Where the policy names nobody at all, it is with everyone of the team, so that no page is lost to an empty schedule.
 */
export function withWhom(duty: Duty, incident: Incident): readonly PersonId[] {
  const { escalation } = incident;
  const service = duty.service(incident.service);
  if (!escalation || escalation.step < 0) return [];
  const step = policyOf(duty.team, service).steps[escalation.step];
  const named = step ? duty.named(service, step.notify) : [];
  const late = incident.resolveBy !== undefined && duty.now >= incident.resolveBy;
  const escalateTo = late ? slaTarget(duty.team, service, incident.severity)?.escalateTo : undefined;
  const all = escalateTo === undefined ? named : [...new Set([...named, ...peopleOf(duty.team, escalateTo)])];
  return all.length > 0 || duty.of(service).state === "off-hours" ? all : duty.team.people.map(({ id }) => id);
}

/** Whether an incident is mine: taken by me, or with me while nobody has taken it. Everything is, for a person unknown. */
export function isMine(duty: Duty, incident: Incident, me: PersonId | undefined): boolean {
  if (me === undefined) return true;
  if (incident.assignee !== undefined) return incident.assignee === me;
  return withWhom(duty, incident).includes(me);
}
