import { findPolicy } from "../team/lookup.ts";
import type { EscalationPolicy, PersonId, Role, Service, ServiceId, Target, Team } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";

/** Who answers for a service at one instant. */
export type ServiceDuty = {
  /**
   * `off-hours`: the team wants nobody now. `gap`: somebody should be on call and nobody is. `unknown`: a calendar leaves open
   * who is; then everybody of the team is primary here, since any of them may be, and a page too many costs less than none.
   */
  readonly state: "covered" | "off-hours" | "gap" | "unknown";
  readonly people: Readonly<Record<Role, readonly PersonId[]>>;
};

/** Who answers for each service. The same object for as long as nobody's duty begins or ends. */
export type Roster = {
  readonly of: (service: Service | undefined) => ServiceDuty;
  /** The people that a step's targets name, each once, in their order. */
  readonly named: (service: Service | undefined, targets: readonly Target[]) => readonly PersonId[];
};

/** Answers questions about one team at one instant. */
export type Duty = Roster & {
  readonly now: Instant;
  readonly team: Team;
  readonly roster: Roster;
  readonly service: (id: ServiceId | undefined) => Service | undefined;
};

/** Pages the primary at once, for teams that declare no policy. */
const plainPolicy: EscalationPolicy = {
  id: "",
  steps: [{ after: 0, notify: [{ kind: "role", role: "primary" }], via: ["desktop"] }],
  repeat: 0,
};

/** The policy of a service; the team's first one where the service, or the incident, names none. */
export function policyOf(team: Team, service: Service | undefined): EscalationPolicy {
  const named = service?.escalation === undefined ? undefined : findPolicy(team, service.escalation);
  return named ?? team.escalations[0] ?? plainPolicy;
}
