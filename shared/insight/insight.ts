import { severities, type PersonId, type ServiceId, type Severity } from "../team/team.ts";
import type { Zone } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { attainmentOf, type SlaAttainment } from "./attainment.ts";
import { availabilityOf } from "./availability.ts";
import { grouped } from "./grouped.ts";
import { heatMapOf, type HeatMap } from "./hours.ts";
import type { IncidentFact } from "./incident-fact.ts";
import { loadsOf, type Load } from "./load.ts";
import { noiseOf, type Noise } from "./noise.ts";
import { recurring } from "./recurrence.ts";
import { responseOf, weeksOf, type Response, type Week } from "./response.ts";

/** Figures of one service, of the incidents that opened within the span. */
export type ServiceFigures = Response & {
  /** Absent for incidents that belong to no service. */
  readonly service?: ServiceId;
  readonly opened: number;
  readonly noise: Noise;
  /** How many had fired within the 30 days before. */
  readonly recurred: number;
  /** Share of the span, 0 to 1, without a critical incident. */
  readonly availability: number;
  readonly sla: SlaAttainment;
};

/** All figures of a span. Each rests on the incidents that opened within it, but for availability and load, which count what fell into it. */
export type Insight = Response & {
  readonly from: Instant;
  readonly to: Instant;
  readonly opened: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly sla: SlaAttainment;
  readonly noise: Noise;
  readonly recurred: number;
  readonly weeks: readonly Week[];
  readonly hours: HeatMap;
  readonly services: readonly ServiceFigures[];
  readonly loads: readonly Load[];
};

export type InsightQuestion = {
  /** Half-open. */
  readonly from: Instant;
  readonly to: Instant;
  /** Deadlines that have not passed by now are not judged. */
  readonly now: Instant;
  readonly zone: Zone;
  /** All services that the figures are to name, those without incidents too. */
  readonly services: readonly ServiceId[];
  readonly zoneOf: (person: PersonId) => Zone;
};

/**
 * The figures of domain.md's Insight (000-13). `facts` are all incidents that were open at any time within the span or opened in the 30
 * days before it, in any order.
 */
export function insightOf(facts: readonly IncidentFact[], question: InsightQuestion): Insight {
  const { from, to, now, zone } = question;
  const inOrder = facts.toSorted((a, b) => a.openedAt - b.openedAt);
  const opened = inOrder.filter(({ openedAt }) => openedAt >= from && openedAt < to);
  const again = recurring(inOrder);
  const judgedAt = now < to ? now : to;
  return {
    from,
    to,
    opened: opened.length,
    bySeverity: countSeverities(opened),
    ...responseOf(opened),
    sla: attainmentOf(opened, judgedAt),
    noise: noiseOf(opened),
    recurred: opened.filter(({ id }) => again.has(id)).length,
    weeks: weeksOf(opened, { from, to, zone }),
    hours: heatMapOf(opened, zone),
    services: servicesOf({ inOrder, opened, again }, { ...question, judgedAt }),
    loads: loadsOf(inOrder, question),
  };
}

function countSeverities(facts: readonly IncidentFact[]): Readonly<Record<Severity, number>> {
  const counts = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of facts) counts[severity] += 1;
  return counts;
}

type Sorted = {
  readonly inOrder: readonly IncidentFact[];
  readonly opened: readonly IncidentFact[];
  readonly again: ReadonlySet<string>;
};

/** The team's services in its order, then those that it no longer has, then what belongs to none. */
function servicesOf(
  { inOrder, opened, again }: Sorted,
  { from, to, services, judgedAt, now }: InsightQuestion & { readonly judgedAt: Instant },
): readonly ServiceFigures[] {
  const all = grouped(inOrder, ({ service }) => service);
  const inside = grouped(opened, ({ service }) => service);
  const gone = [...all.keys()].filter((id) => id !== undefined && !services.includes(id)).toSorted();
  const shown = [...services, ...gone, ...(inside.has(undefined) ? [undefined] : [])];
  const known = { from, to: now < to && now > from ? now : to };
  return shown.map((service) => {
    const mine = inside.get(service) ?? [];
    return {
      ...(service !== undefined && { service }),
      opened: mine.length,
      ...responseOf(mine),
      noise: noiseOf(mine),
      recurred: mine.filter(({ id }) => again.has(id)).length,
      availability: availabilityOf(all.get(service) ?? [], known),
      sla: attainmentOf(mine, judgedAt),
    };
  });
}
