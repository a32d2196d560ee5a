import type { Instant } from "../time/instant.ts";
import { deadline } from "../time/allowance.ts";
import { findSla } from "../team/lookup.ts";
import type { Service, Severity, SlaTarget, Team } from "../team/team.ts";
import type { Incident } from "./incident.ts";

/** What the service's SLA asks for a severity; `any` where it names no such severity (001-5, 004-7). */
export function slaTarget(team: Team, service: Service | undefined, severity: Severity): SlaTarget | undefined {
  const sla = service?.sla === undefined ? undefined : findSla(team, service.sla);
  return sla?.targets[severity] ?? sla?.targets.any;
}

/** The deadlines of an incident of `severity` that opened at `openedAt`. */
export function deadlines(
  team: Team,
  service: Service | undefined,
  from: { readonly openedAt: Instant; readonly severity: Severity },
): Pick<Incident, "respondBy" | "resolveBy"> {
  const target = slaTarget(team, service, from.severity);
  return {
    ...(target?.respond && { respondBy: deadline(from.openedAt, target.respond, team) }),
    ...(target?.resolve && { resolveBy: deadline(from.openedAt, target.resolve, team) }),
  };
}

/** The nearest deadline that is still to be met. */
export function dueAt(incident: Incident): Instant | undefined {
  if (incident.standing.kind === "resolved") return undefined;
  const respond = incident.respondedAt === undefined ? incident.respondBy : undefined;
  if (respond === undefined || incident.resolveBy === undefined) return respond ?? incident.resolveBy;
  return respond < incident.resolveBy ? respond : incident.resolveBy;
}
