import { DateTime } from "luxon";
import type { IncidentFact } from "../../shared/insight/incident-fact.ts";
import type { InsightQuestion } from "../../shared/insight/insight.ts";

/*
 * The figures once more, written the slow way: minute by minute and day by day, with luxon, looking at every incident for each of them.
 */

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

export function naiveInsight(facts: readonly IncidentFact[], question: InsightQuestion) {
  const { from, to, now, zone } = question;
  const judgedAt = Math.min(now, to);
  const opened = facts.filter((fact) => from <= fact.openedAt && fact.openedAt < to);
  const local = (at: number) => DateTime.fromMillis(at, { zone });
  const hours = Array.from({ length: 7 }, (_, weekday) =>
    Array.from(
      { length: 24 },
      (_, hour) =>
        opened.filter(({ openedAt }) => local(openedAt).weekday === weekday + 1 && local(openedAt).hour === hour)
          .length,
    ),
  );
  const weeks = [];
  for (let week = local(from).startOf("week"); week.toMillis() < to; week = week.plus({ weeks: 1 })) {
    const inside = opened.filter(({ openedAt }) => local(openedAt).startOf("week").toMillis() === week.toMillis());
    weeks.push({ from: week.toMillis(), opened: inside.length, ...naiveResponse(inside) });
  }
  const ids = [...question.services];
  for (const { service } of facts.toSorted((a, b) => ((a.service ?? "") < (b.service ?? "") ? -1 : 1))) {
    if (service !== undefined && !ids.includes(service)) ids.push(service);
  }
  const known = now > from ? judgedAt : to;
  const services = [...ids, undefined].flatMap((id) => {
    const mine = opened.filter(({ service }) => service === id);
    if (id === undefined && mine.length === 0) return [];
    const all = facts.filter(({ service }) => service === id);
    return [
      {
        service: id,
        opened: mine.length,
        ...naiveResponse(mine),
        recurred: mine.filter((fact) => fired(facts, fact)).length,
        availability: naiveAvailability(all, from, known),
        sla: naiveSla(mine, judgedAt),
        noise: naiveNoise(mine),
      },
    ];
  });
  return {
    opened: opened.length,
    ...naiveResponse(opened),
    sla: naiveSla(opened, judgedAt),
    noise: naiveNoise(opened),
    recurred: opened.filter((fact) => fired(facts, fact)).length,
    hours,
    weeks,
    services,
    loads: naiveLoads(facts, question),
  };
}

function naiveResponse(facts: readonly IncidentFact[]) {
  const to = (end: (fact: IncidentFact) => number | undefined) =>
    facts.flatMap((fact) => {
      const at = end(fact);
      return at === undefined ? [] : [at > fact.openedAt ? at - fact.openedAt : 0];
    });
  const acknowledge = to(({ respondedAt }) => respondedAt);
  const resolve = to(({ resolvedAt }) => resolvedAt);
  return {
    mtta: { count: acknowledge.length, mean: mean(acknowledge), ...marks(acknowledge) },
    mttr: { count: resolve.length, mean: mean(resolve), ...marks(resolve) },
  };
}

/** The value that a share of the others does not exceed, found by weighing the neighbours of its place. */
function marks(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const mark = (share: number): number | undefined => {
    const place = share * (sorted.length - 1);
    const lower = sorted[Math.trunc(place)];
    const upper = sorted[Math.trunc(place) + 1] ?? lower;
    if (lower === undefined || upper === undefined) return undefined;
    const rest = place - Math.trunc(place);
    return lower * (1 - rest) + upper * rest;
  };
  return { median: mark(0.5), p90: mark(0.9), longest: sorted.at(-1) };
}

function naiveSla(facts: readonly IncidentFact[], at: number) {
  const respond = { met: 0, missed: 0 };
  const resolve = { met: 0, missed: 0 };
  for (const { respondBy, respondedAt, resolveBy, resolvedAt } of facts) {
    if (respondBy !== undefined) {
      const endedBefore = respondedAt === undefined && resolvedAt !== undefined && resolvedAt <= respondBy;
      if (respondedAt !== undefined && respondedAt <= respondBy) respond.met += 1;
      else if (!endedBefore && (respondedAt !== undefined || respondBy < at)) respond.missed += 1;
    }
    if (resolveBy !== undefined) {
      if (resolvedAt !== undefined && resolvedAt <= resolveBy) resolve.met += 1;
      else if (resolvedAt !== undefined || resolveBy < at) resolve.missed += 1;
    }
  }
  return { respond, resolve };
}

function naiveNoise(facts: readonly IncidentFact[]) {
  const alone = facts.filter(({ resolvedAt, resolvedBy, touched }) => {
    return resolvedAt !== undefined && resolvedBy === undefined && !touched;
  });
  const seen = (fact: IncidentFact): boolean =>
    fact.respondedAt !== undefined && fact.resolvedAt !== undefined && fact.respondedAt < fact.resolvedAt;
  return {
    unseen: alone.filter((fact) => !seen(fact)).length,
    waved: alone.filter((fact) => seen(fact) && (fact.respondedAt ?? 0) <= fact.openedAt + 60_000).length,
  };
}

/** Whether the same alert had opened an incident in the 30 days before. */
const fired = (facts: readonly IncidentFact[], fact: IncidentFact): boolean =>
  facts.some(
    (other, index) =>
      other.source === fact.source &&
      other.key === fact.key &&
      other !== fact &&
      fact.openedAt - other.openedAt <= 30 * 86_400_000 &&
      (other.openedAt < fact.openedAt || (other.openedAt === fact.openedAt && index < facts.indexOf(fact))),
  );

/** Counted by the minute: every instant of these cases lies on one. */
function naiveAvailability(facts: readonly IncidentFact[], from: number, to: number): number {
  let up = 0;
  for (let at = from; at < to; at += 60_000) {
    const down = facts.some(
      ({ severity, openedAt, resolvedAt }) =>
        severity === "critical" && openedAt <= at && at < (resolvedAt ?? Number.POSITIVE_INFINITY),
    );
    if (!down) up += 1;
  }
  return to > from ? up / ((to - from) / 60_000) : 1;
}

function naiveLoads(facts: readonly IncidentFact[], { from, to, zoneOf }: InsightQuestion) {
  const pages = facts.flatMap((fact) => fact.pages).filter(({ at }) => from <= at && at < to);
  const answered = facts.filter(
    ({ respondedAt }) => respondedAt !== undefined && from <= respondedAt && respondedAt < to,
  );
  const people = new Set([...pages.map(({ person }) => person), ...answered.flatMap((one) => one.respondedBy ?? [])]);
  return [...people].map((person) => {
    const mine = pages.filter((page) => page.person === person);
    const nights = mine
      .map(({ at }) => DateTime.fromMillis(at, { zone: zoneOf(person) }))
      .filter(({ hour }) => hour >= 22 || hour < 7);
    return {
      person,
      pages: mine.length,
      nightPages: nights.length,
      disturbedNights: new Set(nights.map((at) => (at.hour < 7 ? at.minus({ days: 1 }) : at).toISODate())).size,
      acknowledged: answered.filter(({ respondedBy }) => respondedBy === person).length,
    };
  });
}
