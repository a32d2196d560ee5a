import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IncidentFact } from "../../../shared/insight/incident-fact.ts";
import { insightOf, type InsightQuestion } from "../../../shared/insight/insight.ts";
import type { Response } from "../../../shared/insight/response.ts";
import { severities } from "../../../shared/team/team.ts";
import { day, hour, minute } from "../../../shared/time/duration.ts";
import { after, fromIso, instant, type Instant } from "../../../shared/time/instant.ts";
import { naiveInsight } from "../../support/naive-insight.ts";

const at = (iso: string): Instant => fromIso(iso) ?? instant(Number.NaN);
const monday = at("2027-03-22T00:00:00Z");

const fact = (id: string, over: Partial<IncidentFact> = {}): IncidentFact => ({
  id,
  source: "prod",
  key: id,
  service: "profit",
  severity: "critical",
  openedAt: monday,
  touched: false,
  pages: [],
  ...over,
});

const asked = (over: Partial<InsightQuestion> = {}): InsightQuestion => ({
  from: monday,
  to: after(monday, 14 * day),
  now: after(monday, 14 * day),
  zone: "Europe/Copenhagen",
  services: ["profit"],
  zoneOf: () => "Europe/Copenhagen",
  ...over,
});

describe("insight", () => {
  test("000-13 MTTA and MTTR rest on those that were acknowledged and that ended, and say how many", () => {
    const figures = insightOf(
      [
        fact("a", { respondedAt: after(monday, 4 * minute), resolvedAt: after(monday, hour), resolvedBy: "alice" }),
        fact("b", { respondedAt: after(monday, 8 * minute) }),
        fact("c"),
      ],
      asked(),
    );
    expect(figures.opened).toBe(3);
    expect(figures.acknowledge).toEqual({
      count: 2,
      mean: 6 * minute,
      median: 6 * minute,
      p90: 7.6 * minute,
      longest: 8 * minute,
    });
    expect(figures.resolve).toMatchObject({ count: 1, mean: hour });
  });

  test("000-13 no figure is better than a zero", () => {
    const figures = insightOf([], asked());
    expect(figures.acknowledge).toBeUndefined();
    expect(figures.resolve).toBeUndefined();
    expect(figures.services).toEqual([
      {
        service: "profit",
        opened: 0,
        noise: { unseen: 0, waved: 0 },
        recurred: 0,
        availability: 1,
        sla: { respond: { met: 0, missed: 0 }, resolve: { met: 0, missed: 0 } },
      },
    ]);
  });

  test("000-13 a deadline that still runs is neither met nor missed, and what ended by itself had no response to be late", () => {
    const respondBy = after(monday, hour);
    const figures = insightOf(
      [
        fact("in time", { respondBy, respondedAt: respondBy }),
        fact("late", { respondBy, respondedAt: after(respondBy, 1) }),
        fact("never", { respondBy }),
        fact("by itself", { respondBy, resolvedAt: after(monday, minute) }),
        fact("runs", { respondBy: after(monday, 30 * day) }),
      ],
      asked(),
    );
    expect(figures.sla.respond).toEqual({ met: 1, missed: 2 });
  });

  test("000-13 availability counts overlapping critical incidents once, and cuts them to the span", () => {
    const week = after(monday, 7 * day);
    const figures = insightOf(
      [
        fact("before", { openedAt: after(monday, -day), resolvedAt: after(monday, day) }),
        fact("inside", { openedAt: after(monday, hour), resolvedAt: after(monday, 2 * day) }),
        fact("minor", { severity: "minor", openedAt: after(monday, 3 * day), resolvedAt: week }),
        fact("open", { openedAt: after(week, -day) }),
      ],
      asked({ to: week, now: week }),
    );
    expect(figures.services[0]?.availability).toBeCloseTo(4 / 7, 12);
  });

  test("000-12 what fired within 30 days before recurs, also from before the span", () => {
    const figures = insightOf(
      [
        fact("1", { key: "k", openedAt: after(monday, -10 * day) }),
        fact("2", { key: "k", openedAt: monday }),
        fact("3", { key: "other", openedAt: monday }),
      ],
      asked(),
    );
    expect(figures.recurred).toBe(1);
  });

  test("noise is what nobody had to do anything about", () => {
    const ends = { resolvedAt: after(monday, hour) };
    const figures = insightOf(
      [
        fact("unseen", ends),
        fact("waved", { ...ends, respondedAt: after(monday, minute) }),
        fact("worked on", { ...ends, respondedAt: after(monday, minute), touched: true }),
        fact("resolved", { ...ends, respondedAt: after(monday, minute), resolvedBy: "alice" }),
        fact("looked at", { ...ends, respondedAt: after(monday, 2 * minute) }),
        fact("open"),
      ],
      asked(),
    );
    expect(figures.noise).toEqual({ unseen: 1, waved: 1 });
  });

  test("a night belongs to the day on which it began, where the person lives", () => {
    const pages = ["2027-03-23T21:30:00Z", "2027-03-24T04:00:00Z", "2027-03-24T21:00:00Z", "2027-03-24T12:00:00Z"];
    const figures = insightOf([fact("a", { pages: pages.map((iso) => ({ person: "alice", at: at(iso) })) })], asked());
    expect(figures.loads).toEqual([{ person: "alice", pages: 4, nightPages: 3, disturbedNights: 2, acknowledged: 0 }]);
  });
});

describe("a second, naive computation agrees", () => {
  const span = { from: monday, to: after(monday, 9 * day + 5 * hour) };
  const minutes = fc.integer({ min: -40 * 24 * 60, max: 10 * 24 * 60 });
  const lasting = fc.integer({ min: 0, max: 3 * 24 * 60 });
  const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });
  const anyFact: fc.Arbitrary<IncidentFact> = fc
    .record({
      id: fc.uuid(),
      key: fc.constantFrom("a", "b", "c"),
      service: maybe(fc.constantFrom("profit", "growth", "gone")),
      severity: fc.constantFrom(...severities),
      opened: minutes,
      responded: maybe(fc.oneof(fc.constantFrom(0, 1), lasting)),
      resolved: maybe(lasting),
      respondBy: maybe(lasting),
      resolveBy: maybe(lasting),
      by: maybe(fc.constantFrom("alice", "bob")),
      touched: fc.boolean(),
      pages: fc.array(fc.tuple(fc.constantFrom("alice", "bob", "dana"), lasting), { maxLength: 4 }),
    })
    .map(({ opened, responded, resolved, respondBy, resolveBy, by, pages, service, ...rest }) => {
      const openedAt = after(monday, opened * minute);
      const later = (name: string, value: number | undefined) =>
        value === undefined ? {} : { [name]: after(openedAt, value * minute) };
      return {
        ...rest,
        source: "prod",
        openedAt,
        ...(service !== undefined && { service }),
        ...later("respondedAt", responded),
        ...(responded !== undefined && by !== undefined && { respondedBy: by }),
        ...later("resolvedAt", resolved),
        ...(resolved !== undefined && by !== undefined && { resolvedBy: by }),
        ...later("respondBy", respondBy),
        ...later("resolveBy", resolveBy),
        pages: pages.map(([person, value]) => ({ person, at: after(openedAt, value * minute) })),
      };
    });
  const zones = ["Europe/Copenhagen", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"] as const;

  const asNaive = ({ acknowledge, resolve }: Response) => ({
    mtta: spread(acknowledge),
    mttr: spread(resolve),
  });
  const none = { count: 0, mean: undefined, median: undefined, p90: undefined, longest: undefined };
  const spread = (of: Response["acknowledge"]) => of ?? none;

  test("over a change of clocks, for any incidents", () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 25 }), fc.constantFrom(...zones), lasting, (facts, zone, ago) => {
        const question = asked({
          ...span,
          zone,
          now: after(span.to, -ago * minute),
          services: ["profit", "growth"],
          zoneOf: (person) => (person === "dana" ? "America/New_York" : zone),
        });
        const found = insightOf(facts, question);
        const naive = naiveInsight(facts, question);
        const close = (value: unknown): unknown => JSON.parse(JSON.stringify(value), rounded) as unknown;
        expect(close({ opened: found.opened, ...asNaive(found), sla: found.sla, noise: found.noise })).toEqual(
          close({ opened: naive.opened, mtta: naive.mtta, mttr: naive.mttr, sla: naive.sla, noise: naive.noise }),
        );
        expect(found.recurred).toBe(naive.recurred);
        expect(found.hours).toEqual(naive.hours);
        expect(close(found.weeks.map((week) => ({ from: week.from, opened: week.opened, ...asNaive(week) })))).toEqual(
          close(naive.weeks),
        );
        expect(
          close(
            found.services.map(({ acknowledge: _a, resolve: _r, ...one }) => ({
              ...one,
              ...asNaive({ ...(_a && { acknowledge: _a }), ...(_r && { resolve: _r }) }),
            })),
          ),
        ).toEqual(close(naive.services));
        expect(found.loads.toSorted(byPerson)).toEqual(naive.loads.toSorted(byPerson));
      }),
      { numRuns: 60 },
    );
  });
});

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value;

const byPerson = (a: { readonly person: string }, b: { readonly person: string }): number =>
  a.person < b.person ? -1 : 1;
