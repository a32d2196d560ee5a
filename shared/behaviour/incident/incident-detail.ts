import { withWhom } from "../../incident/escalation.ts";
import { deliveryOf } from "../../incident/delivery.ts";
import type { Delivery, IncidentDetail, TimelineItem } from "../../incident/incident-shape.ts";
import type { Incident, TimelineEntry } from "../../incident/incident.ts";
import { escalates, incidentRow, type RowContext } from "../../incident/incident-row.ts";
import { can, isOwn } from "../../state/command-tools.ts";
import { dutyAt } from "../../state/duty.ts";
import { runbookOf, ticksOf } from "../../state/incident-runbook.ts";
import { rowContext } from "../../state/row-context.ts";
import type { AppState } from "../../state/state.ts";
import { nameOf } from "../../team/lookup.ts";
import { personRef } from "../../team/named.ts";
import type { Team } from "../../team/team.ts";
import { findSource } from "../../team/watched-source.ts";
import type { Instant } from "../../time/instant.ts";

/** Everything about one incident; undefined where there is none of this id, or no team. */
export function incidentDetail(state: AppState, id: string, now: Instant): IncidentDetail | undefined {
  const incident = state.incidents.get(id);
  if (!incident || !state.loaded) return undefined;
  return detail(state, incident, rowContext(state, dutyAt(state.loaded.team, now)));
}

/** Everything about one incident. */
function detail(state: AppState, incident: Incident, context: RowContext): IncidentDetail {
  const { duty } = context;
  const { team } = duty;
  const service = duty.service(incident.service);
  const { standing, suppression } = incident;
  const delivery = lastDelivery(state, incident.id);
  const source = findSource(team, incident.source);
  return {
    ...incidentRow(incident, context),
    sourceName: source?.name ?? incident.source,
    ...(service?.area !== undefined && { area: service.area }),
    alert: incident.alert,
    runbook: runbookOf(state, incident, service),
    ticks: ticksOf(state, incident.id),
    owners: service ? ownersOf(team, service.owners) : [],
    ...deadlinesOf(incident),
    escalates: escalates(incident, duty),
    paged: withWhom(duty, incident).map((id) => personRef(team, id)),
    ...(suppression && { suppression }),
    ...(standing.kind === "acknowledged" && { acknowledgedBy: nameOf(team, standing.by) }),
    ...(standing.kind === "acknowledged" && standing.until !== undefined && { acknowledgedUntil: standing.until }),
    ...(standing.kind === "snoozed" && { snoozedUntil: standing.until }),
    ...(delivery && { delivery }),
    canResolve: isOwn(state, incident) || can(state, incident, "resolve"),
    acknowledgesInSource: can(state, incident, "acknowledge"),
    timeline: incident.timeline.map((entry) => timelineItem(team, entry)),
  };
}

function deadlinesOf(incident: Incident): Pick<IncidentDetail, "respond" | "resolve"> {
  const { openedAt, respondBy, resolveBy, respondedAt, standing } = incident;
  return {
    ...(respondBy !== undefined && {
      respond: { by: respondBy, from: openedAt, ...(respondedAt !== undefined && { metAt: respondedAt }) },
    }),
    ...(resolveBy !== undefined && {
      resolve: { by: resolveBy, from: openedAt, ...(standing.kind === "resolved" && { metAt: standing.at }) },
    }),
  };
}

function ownersOf(team: Team, owners: Team["services"][number]["owners"]): IncidentDetail["owners"] {
  const reason = owners.reason === undefined ? {} : { reason: owners.reason };
  const owner = (id: string | undefined, role: "primary" | "secondary") =>
    id === undefined ? [] : [{ ...personRef(team, id), role, ...reason }];
  return [...owner(owners.primary, "primary"), ...owner(owners.secondary, "secondary")];
}

function lastDelivery(state: AppState, incident: string): Delivery | undefined {
  const entries = [...state.outbox.values()].filter((entry) => entry.incident === incident);
  const last = entries.toSorted((a, b) => b.madeAt - a.madeAt)[0];
  return last && deliveryOf(last);
}

const timelineItem = (team: Team, { at, by, what }: TimelineEntry): TimelineItem => ({
  at,
  ...(by !== undefined && { by: nameOf(team, by) }),
  what: "people" in what ? { ...what, people: what.people.map((id) => nameOf(team, id)) } : what,
});
