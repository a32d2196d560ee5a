import { personRef } from "../team/named.ts";
import { nameOf } from "../team/lookup.ts";
import type { PersonId } from "../team/team.ts";
import { policyOf, type Duty } from "./duty.ts";
import { isMine, nextPage, withWhom } from "./escalation.ts";
import type { Escalates, IncidentRow } from "./incident-shape.ts";
import type { Incident } from "./incident.ts";
import { dueAt } from "./sla.ts";

/** What rows are made from, besides the incident itself. */
export type RowContext = {
  readonly duty: Duty;
  readonly me: PersonId | undefined;
  readonly pending: ReadonlySet<string>;
};

/** One row of the incident list. */
export function incidentRow(incident: Incident, { duty, me, pending }: RowContext): IncidentRow {
  const service = duty.service(incident.service);
  const due = dueAt(incident);
  const { standing } = incident;
  const at = standing.kind === "resolved" ? standing.at : standing.kind === "triggered" ? undefined : standing.until;
  const by = "by" in standing ? standing.by : undefined;
  return {
    id: incident.id,
    title: incident.alert.title,
    severity: incident.severity,
    standing: standing.kind,
    ...(at !== undefined && { standingAt: at }),
    ...(by !== undefined && { by: nameOf(duty.team, by) }),
    mine: standing.kind !== "resolved" && isMine(duty, incident, me),
    suppressed: incident.suppression !== undefined,
    source: incident.source,
    ...(service && { service: service.id, serviceName: service.name }),
    investorImpact: service?.investorImpact ?? false,
    sensitive: service?.sensitive ?? false,
    startedAt: incident.startedAt,
    openedAt: incident.openedAt,
    ...(due !== undefined && { dueAt: due }),
    flaps: incident.flaps.length,
    unconfirmed: pending.has(incident.id),
  };
}

/** Who is paged next if nobody takes it. */
export function escalates(incident: Incident, duty: Duty): Escalates {
  if (incident.standing.kind !== "triggered" || incident.suppression || !incident.escalation) return { kind: "none" };
  const next = nextPage(duty, incident);
  const people = (ids: readonly PersonId[]) => ids.map((id) => personRef(duty.team, id));
  if (!next) return { kind: "exhausted", people: people(withWhom(duty, incident)) };
  const steps = policyOf(duty.team, duty.service(incident.service)).steps.length;
  return { kind: "pages", at: next.at, people: people(next.people), step: next.step, steps };
}
