import type { Duty } from "../../incident/duty.ts";
import { policyOf } from "../../incident/duty.ts";
import { isMine, nextPage, withWhom } from "../../incident/escalation.ts";
import type { Incident, TimelineEntry } from "../../incident/incident.ts";
import type { OutboxEntry } from "../../incident/outbox.ts";
import { dueAt } from "../../incident/sla.ts";
import { nameOf } from "../../team/lookup.ts";
import type { PersonId, Team } from "../../team/team.ts";
import { can, isOwn } from "../../state/command-tools.ts";
import { runbookOf, ticksOf } from "../runbook/runbook-view.ts";
import { personRef } from "../../schedule/shift-view.ts";
import type { Delivery, Escalates, IncidentDetail, IncidentRow, TimelineItem } from "../../incident/incident-shape.ts";
import { whoAmI, type AppState } from "../../state/state.ts";
import { findSource } from "../../team/watched-source.ts";

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
    title: incident.title,
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

/** Everything about one incident. */
export function incidentDetail(state: AppState, incident: Incident, context: RowContext): IncidentDetail {
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
    labels: incident.labels,
    links: [...incident.links],
    runbook: runbookOf(state, incident, service),
    ticks: ticksOf(state, incident.id),
    owners: service ? ownersOf(team, service.owners) : [],
    ...deadlinesOf(incident),
    escalates: escalates(incident, duty),
    paged: withWhom(duty, incident).map((id) => personRef(team, id)),
    ...(suppression && { suppression: mute(suppression) }),
    ...(standing.kind === "acknowledged" && { acknowledgedBy: nameOf(team, standing.by) }),
    ...(standing.kind === "acknowledged" && standing.until !== undefined && { acknowledgedUntil: standing.until }),
    ...(standing.kind === "snoozed" && { snoozedUntil: standing.until }),
    ...(delivery && { delivery }),
    canResolve: isOwn(state, incident) || can(state, incident, "resolve"),
    acknowledgesInSource: can(state, incident, "acknowledge"),
    timeline: incident.timeline.map((entry) => timelineItem(team, entry)),
  };
}

const mute = ({
  by,
  author,
  comment,
  until,
}: NonNullable<Incident["suppression"]>): NonNullable<IncidentDetail["suppression"]> => ({
  by,
  ...(author !== undefined && { author }),
  ...(comment !== undefined && { comment }),
  ...(until !== undefined && { until }),
});

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

/** What became of an action, for people. */
export function deliveryOf({ action, madeAt, state }: OutboxEntry): Delivery {
  switch (state.kind) {
    case "queued":
      return {
        kind: "waiting",
        action: action.kind,
        since: madeAt,
        attempts: state.attempts,
        nextAt: state.nextAt,
        ...(state.last && { failure: state.last.kind }),
      };
    case "sending":
      return { kind: "waiting", action: action.kind, since: madeAt, attempts: state.attempts, nextAt: state.since };
    case "confirmed":
      return { kind: "confirmed", action: action.kind, at: state.at };
    case "refused":
      return { kind: "refused", action: action.kind, at: state.at, reason: state.reason };
  }
}

function lastDelivery(state: AppState, incident: string): Delivery | undefined {
  const entries = [...state.outbox.values()].filter((entry) => entry.incident === incident);
  const last = entries.toSorted((a, b) => b.madeAt - a.madeAt)[0];
  return last && deliveryOf(last);
}

function timelineItem(team: Team, { at, by, what }: TimelineEntry): TimelineItem {
  const { kind, ...facts } = what;
  const named = Object.entries<string | number | readonly string[]>(facts).map(
    ([key, value]): [string, string | number] => [key, factText(team, value)],
  );
  return { at, kind, ...(by !== undefined && { by: nameOf(team, by) }), facts: Object.fromEntries(named) };
}

function factText(team: Team, value: string | number | readonly string[]): string | number {
  return typeof value === "object" ? value.map((id) => nameOf(team, id)).join(", ") : value;
}

/** The context for all rows of one moment. */
export const rowContext = (state: AppState, duty: Duty, pending: ReadonlySet<string>): RowContext => ({
  duty,
  me: whoAmI(state),
  pending,
});
