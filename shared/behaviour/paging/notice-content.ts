import type { Duty } from "../../incident/duty.ts";
import { nextPage } from "../../incident/escalation.ts";
import type { Incident } from "../../incident/incident.ts";
import { worstSeverity } from "../../incident/severity.ts";
import { incidentNotice, summaryNotice, type NoticeFacts } from "../../paging/notice-facts.ts";
import { nameOf } from "../../team/lookup.ts";
import { severities, type Severity } from "../../team/team.ts";
import { findSource } from "../../team/watched-source.ts";

const namedCriticals = 5;
const namedServices = 5;

/** What the notification of one incident says. A sensitive service keeps its title to itself (000-15). */
export function incidentFacts(
  incident: Incident,
  { duty, times }: { readonly duty: Duty; readonly times: number },
): Extract<NoticeFacts, { kind: "incident" }> {
  const service = duty.service(incident.service);
  const next = nextPage(duty, incident);
  return {
    kind: "incident",
    key: incidentNotice(incident.id),
    incident: incident.id,
    severity: incident.severity,
    ...(!service?.sensitive && { title: incident.alert.title }),
    ...(service && { serviceName: service.name }),
    sourceName: findSource(duty.team, incident.source)?.name ?? incident.source,
    ...(incident.respondedAt === undefined && incident.respondBy !== undefined && { respondBy: incident.respondBy }),
    ...(next && { escalates: { at: next.at, people: next.people.map((person) => nameOf(duty.team, person)) } }),
    times,
    flaps: incident.flaps.length,
  };
}

/** What one notification says of many incidents: counts, services, and the criticals by name. */
export function summaryFacts(
  duty: Duty,
  incidents: readonly Incident[],
  why: "storm" | "missed" | "digest",
): Extract<NoticeFacts, { kind: "summary" }> {
  const bySeverity = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  const byService = new Map<string, number>();
  for (const { severity, service } of incidents) {
    bySeverity[severity] += 1;
    const name = duty.service(service)?.name;
    if (name !== undefined) byService.set(name, (byService.get(name) ?? 0) + 1);
  }
  const services = [...byService].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count);
  return {
    kind: "summary",
    key: summaryNotice,
    why,
    severity: worstSeverity(incidents.map(({ severity }) => severity)),
    incidents: incidents.map(({ id }) => id),
    bySeverity,
    services: services.slice(0, namedServices),
    otherServices: Math.max(services.length - namedServices, 0),
    criticals: incidents
      .filter(({ severity }) => severity === "critical")
      .slice(0, namedCriticals)
      .map((incident) => named(duty, incident)),
  };
}

function named(duty: Duty, incident: Incident): { readonly title?: string; readonly serviceName?: string } {
  const service = duty.service(incident.service);
  return { ...(!service?.sensitive && { title: incident.alert.title }), ...(service && { serviceName: service.name }) };
}
