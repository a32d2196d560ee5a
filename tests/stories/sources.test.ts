import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freshnessOf } from "../../shared/state/freshness.ts";
import { hour, minute, second } from "../../shared/time/duration.ts";
import { after } from "../../shared/time/instant.ts";
import type { NoticeFacts } from "../../shared/paging/notice-facts.ts";
import { alert, answer, noon, Scenario, survived } from "../support/scenario.ts";
import { alertmanagerSource, team } from "../support/team-builder.ts";

const standing = (scenario: Scenario, key: string) => scenario.incident(key).standing.kind;
const freshness = (scenario: Scenario) =>
  freshnessOf(alertmanagerSource(), scenario.state.sources.get("prod"), scenario.now);

/** A team of so many sources, s1, s2, …, each of which has answered once. */
function watching(count: number): Scenario {
  const ids = Array.from({ length: count }, (_, index) => `s${index + 1}`);
  const sources = ids.map((id) => alertmanagerSource({ id, name: id.toUpperCase() }));
  const scenario = new Scenario({ team: team({ sources }) });
  for (const id of ids) {
    scenario.answers(answer([]), id);
    scenario.now = after(scenario.now, 10);
  }
  scenario.clear();
  return scenario;
}

/** What the screen holds after these effects: the latest notice of each key that was not closed since. */
function onScreen({ effects }: Scenario): readonly NoticeFacts[] {
  const shown = new Map<string, NoticeFacts>();
  for (const effect of effects) {
    if (effect.kind === "close-notice") shown.delete(effect.key);
    if (effect.kind === "show-notice") shown.set(effect.order.facts.key, effect.order.facts);
  }
  return [...shown.values()];
}

const sounds = ({ effects }: Scenario): number =>
  effects.filter((effect) => effect.kind === "show-notice" && effect.order.sound !== "none").length;

describe("answers of sources", () => {
  it("000-4 opens an incident for each alert and ends it when a complete answer lacks it", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a"), alert("b")]));
    scenario.answers(answer([alert("a")]));
    expect([standing(scenario, "a"), standing(scenario, "b")]).toEqual(["triggered", "resolved"]);
  });

  it("keeps every incident over failures, however long they last", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a")]));
    for (let attempt = 0; attempt < 50; attempt += 1) {
      scenario.fails();
      scenario.passes(minute);
    }
    expect(standing(scenario, "a")).toBe("triggered");
  });

  it.each([
    ["has items that could not be understood", { unparsed: 1 }],
    ["misses its heartbeat", { heartbeatMissing: true }],
    [
      "lacks the peer that had it",
      { peers: [{ peer: "a", failure: { kind: "timeout", afterMs: 1 } as const }, { peer: "b" }] },
    ],
  ])("ends nothing by an answer that %s", (_, over) => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a")]));
    scenario.answers(answer([], over));
    expect(standing(scenario, "a")).toBe("triggered");
  });

  it("ends an incident only when the peer that had it answers again without it", () => {
    const scenario = new Scenario();
    const peers = [{ peer: "a" }, { peer: "b" }];
    scenario.answers(answer([alert("x", { seenBy: ["a"] })], { peers }));
    const down = { peer: "a", failure: { kind: "unreachable", code: "ECONNREFUSED" } } as const;
    scenario.answers(answer([], { peers: [down, { peer: "b" }] }));
    scenario.answers(answer([], { peers: [down, { peer: "b" }] }));
    expect(standing(scenario, "x")).toBe("triggered");
    scenario.answers(answer([], { peers }));
    expect(standing(scenario, "x")).toBe("resolved");
  });

  it("takes a start that another peer's clock tells differently for the same incident", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a", { startedAt: noon, seenAt: after(noon, minute) })]));
    scenario.answers(answer([alert("a", { startedAt: after(noon, 40), seenAt: after(noon, 2 * minute) })]));
    expect(scenario.incidents).toHaveLength(1);
    expect(scenario.notices).toHaveLength(1);
  });

  it("takes a start after the last sighting for a new incident, and the one before it for over", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a", { startedAt: noon, seenAt: noon })]));
    scenario.now = after(noon, 20 * minute);
    scenario.answers(answer([alert("a", { startedAt: after(noon, 15 * minute), seenAt: after(noon, 15 * minute) })]));
    expect(scenario.incidents.map(({ startedAt, standing: { kind } }) => [startedAt, kind])).toEqual([
      [noon, "resolved"],
      [after(noon, 15 * minute), "triggered"],
    ]);
  });

  it("shows what somebody else silences as muted, pages nobody for it, and pages when the silence ends", () => {
    const scenario = new Scenario();
    const suppression = { by: "silence", ids: ["s9"], author: "ops" } as const;
    scenario.answers(answer([alert("a", { suppression })]));
    expect(scenario.incident("a")).toMatchObject({ standing: { kind: "triggered" }, suppression });
    expect(scenario.notices).toEqual([]);
    scenario.answers(answer([alert("a")]));
    expect(scenario.notices).toHaveLength(1);
  });

  it("follows the source's severity until somebody has judged it", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a", { severity: "minor" })]));
    scenario.answers(answer([alert("a", { severity: "major" })]));
    expect(scenario.incident("a").severity).toBe("major");
    scenario.command({ kind: "set-severity", ids: [scenario.incident("a").id], severity: "critical" });
    scenario.answers(answer([alert("a", { severity: "minor" })]));
    expect(scenario.incident("a")).toMatchObject({ severity: "critical", reportedSeverity: "minor" });
  });

  it("brings a snoozed incident back when it worsens", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a", { severity: "minor" })]));
    scenario.command({ kind: "snooze", ids: [scenario.incident("a").id], for: hour });
    scenario.answers(answer([alert("a", { severity: "critical" })]));
    expect(standing(scenario, "a")).toBe("triggered");
  });

  it("is fresh, stale after three polls without an answer and blind after twelve, and says each once", () => {
    const scenario = new Scenario();
    scenario.answers(answer([]));
    expect(freshness(scenario)).toBe("fresh");
    scenario.passes(30 * second);
    expect(freshness(scenario)).toBe("stale");
    scenario.passes(90 * second);
    expect(freshness(scenario)).toBe("blind");
    scenario.answers(answer([]));
    expect(freshness(scenario)).toBe("fresh");
    expect(scenario.notices.map(({ kind }) => kind)).toEqual(["source-stale", "source-blind", "source-back"]);
  });

  it("is not fresh before the first answer, and blind without one", () => {
    const scenario = new Scenario();
    expect(freshness(scenario)).toBe("stale");
    scenario.passes(2 * minute);
    expect(freshness(scenario)).toBe("blind");
  });

  it("takes its word of blindness with it when the team no longer has it", () => {
    const scenario = new Scenario();
    scenario.passes(3 * minute);
    scenario.clear();
    const loaded = { team: team({ sources: [] }), path: "team.yaml", sample: false, capabilities: {} };
    scenario.send({ kind: "team-loaded", loaded });
    expect(scenario.effects).toContainEqual({ kind: "close-notice", key: "source:prod" });
  });

  it("is blind while its heartbeat is missing, and still pages for what it reports", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a")], { heartbeatMissing: true }));
    expect(freshness(scenario)).toBe("blind");
    expect(scenario.notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["incident", "source-blind"]));
  });

  it("announces nothing twice when a source recovers", () => {
    const scenario = new Scenario();
    scenario.answers(answer([alert("a", { severity: "info" })]));
    scenario.fails();
    scenario.passes(10 * minute);
    scenario.clear();
    scenario.answers(answer([alert("a", { severity: "info", seenAt: scenario.now })]));
    expect(scenario.notices.map(({ kind }) => kind)).toEqual(["source-back"]);
  });

  it("waits as long as a source that limits asks for", () => {
    const scenario = new Scenario();
    scenario.answers(answer([]));
    scenario.passes(10 * second);
    const until = after(scenario.now, 5 * minute);
    scenario.send({ kind: "source-failed", source: "prod", failure: { kind: "rate-limited", until } });
    expect(scenario.state.sources.get("prod")?.nextPollAt).toBe(until);
  });

  it("takes inbox items in their order, and ends only what they name", () => {
    const scenario = new Scenario();
    const item = {
      key: "job",
      state: "triggered",
      title: "Job failed",
      severity: "critical",
      labels: {},
      links: [],
    } as const;
    scenario.send({ kind: "inbox-received", items: [item, { ...item, key: "other" }, { ...item, state: "resolved" }] });
    expect([standing(scenario, "job"), standing(scenario, "other")]).toEqual(["resolved", "triggered"]);
    scenario.now = after(scenario.now, hour);
    scenario.send({ kind: "inbox-received", items: [{ ...item, key: "other", title: "Still failing" }] });
    expect(scenario.incidents).toHaveLength(2);
    expect(scenario.incident("other").alert.title).toBe("Still failing");
  });
});

describe("many sources that are not fresh", () => {
  it("are told in one notice, which takes the place of their own and follows them until all are fresh", () => {
    const scenario = watching(14);
    scenario.passes(40 * second);
    expect(onScreen(scenario)).toMatchObject([
      {
        kind: "sources",
        key: "sources",
        silent: Array.from({ length: 14 }, () => ({ freshness: "stale" })),
        returned: [],
      },
    ]);
    scenario.passes(2 * minute);
    const [blind] = onScreen(scenario);
    expect(blind).toMatchObject({
      kind: "sources",
      silent: Array.from({ length: 14 }, () => ({ freshness: "blind" })),
    });
    expect(onScreen(scenario)).toHaveLength(1);

    for (let index = 1; index <= 13; index += 1) scenario.answers(answer([]), `s${index}`);
    expect(onScreen(scenario)).toMatchObject([
      { kind: "sources", silent: [{ sourceName: "S14", freshness: "blind" }], returned: ["S13"] },
    ]);
    scenario.answers(answer([]), "s14");
    expect(onScreen(scenario)).toEqual([{ kind: "sources", key: "sources", silent: [], returned: ["S14"] }]);
  });

  it("sound once when they go blind, and again for one that does so later", () => {
    const scenario = watching(14);
    scenario.passes(3 * minute);
    expect(sounds(scenario)).toBe(1);
    scenario.answers(answer([]), "s1");
    scenario.passes(3 * minute);
    expect(sounds(scenario)).toBe(2);
  });

  it("stay on the screen once one is blind, and not while all are only stale", () => {
    const scenario = watching(3);
    const sticky = (): boolean | undefined =>
      scenario.effects.flatMap((effect) => (effect.kind === "show-notice" ? [effect.order.sticky] : [])).at(-1);
    scenario.passes(40 * second);
    expect(sticky()).toBe(false);
    scenario.passes(2 * minute);
    expect(sticky()).toBe(true);
  });

  it("are told each by itself where they are two, and again after all were fresh", () => {
    const scenario = watching(3);
    const keeps = (milliseconds: number, ...ids: readonly string[]): void => {
      for (let past = 0; past < milliseconds; past += 10 * second) {
        for (const id of ids) scenario.answers("unchanged", id);
        scenario.passes(10 * second);
      }
    };
    keeps(minute, "s3");
    expect(onScreen(scenario).map(({ kind, key }) => [kind, key])).toEqual([
      ["source-stale", "source:s1"],
      ["source-stale", "source:s2"],
    ]);
    scenario.passes(minute);
    expect(onScreen(scenario).map(({ key }) => key)).toEqual(["sources"]);
    for (const id of ["s1", "s2", "s3"]) scenario.answers("unchanged", id);
    scenario.clear();
    keeps(minute, "s2", "s3");
    expect(onScreen(scenario).map(({ kind }) => kind)).toEqual(["source-stale"]);
  });

  it("are told on in one notice after a restart, also when few are left", () => {
    const before = watching(4);
    before.passes(3 * minute);
    for (const id of ["s1", "s2"]) before.answers(answer([]), id);
    const { loaded } = before.state;
    const restarted = new Scenario({
      ...(loaded && { team: loaded.team }),
      now: before.now,
      restored: survived(before.state),
    });
    for (const id of ["s1", "s2", "s3"]) restarted.answers(answer([]), id);
    expect(restarted.notices).toMatchObject([{ kind: "sources", silent: [{ sourceName: "S4" }], returned: ["S3"] }]);
  });

  it("are each on the screen once, with what is true of them, whatever happens", () => {
    const ids = ["s1", "s2", "s3", "s4", "s5"] as const;
    const step = fc.oneof(
      fc.subarray([...ids]).map((some) => (scenario: Scenario) => {
        for (const id of some) scenario.answers(answer([]), id);
      }),
      fc.constantFrom(...ids).map((id) => (scenario: Scenario) => {
        scenario.answers(answer([], { heartbeatMissing: true }), id);
      }),
      fc.integer({ min: 0, max: 90_000 }).map((wait) => (scenario: Scenario) => scenario.passes(wait)),
    );
    const saidOf = (facts: NoticeFacts): readonly string[] => {
      if (facts.kind === "source-stale") return [`${facts.sourceName} stale`];
      if (facts.kind === "source-blind") return [`${facts.sourceName} blind`];
      return facts.kind === "sources" ? facts.silent.map((one) => `${one.sourceName} ${one.freshness}`) : [];
    };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (story) => {
        const scenario = watching(ids.length);
        for (const run of story) {
          run(scenario);
          const silent = [...scenario.state.sources.values()].filter(({ toldFreshness }) => toldFreshness !== "fresh");
          expect(onScreen(scenario).flatMap(saidOf).toSorted()).toEqual(
            silent.map(({ id, toldFreshness }) => `${id.toUpperCase()} ${toldFreshness}`).toSorted(),
          );
        }
      }),
      { numRuns: 50 },
    );
  });
});
