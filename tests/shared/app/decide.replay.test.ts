import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../../shared/app/decide.ts";
import type { AppEvent, Stamp } from "../../../shared/state/event.ts";
import { nextWake } from "../../../shared/app/next-wake.ts";
import { tallyOf } from "../../../shared/incident/row-tally.ts";
import { snapshotSchema } from "../../../shared/app/snapshot-shape.ts";
import { snapshot, type HostFacts } from "../../../shared/app/snapshot.ts";
import { rowContext } from "../../../shared/state/row-context.ts";
import { incidentRow } from "../../../shared/incident/incident-row.ts";
import { dutyAt } from "../../../shared/state/duty.ts";
import { emptyState, type AppState } from "../../../shared/state/state.ts";
import { severities } from "../../../shared/team/team.ts";
import { after } from "../../../shared/time/instant.ts";
import * as v from "valibot";
import { alert, answer, Scenario } from "../../support/scenario.ts";

const keys = ["a", "b", "c", "d", "e", "f", "g"] as const;

/** What may happen to Baton, each with the milliseconds that pass before it. */
type Step = { readonly wait: number; readonly run: (scenario: Scenario) => void };

const key = fc.constantFrom(...keys);
const alerts = fc.array(fc.record({ key, severity: fc.constantFrom(...severities), muted: fc.boolean() }), {
  maxLength: 7,
});
const idOf = (scenario: Scenario, wanted: string) =>
  scenario.incidents.findLast((incident) => incident.key === wanted)?.id ?? "none";

const step: fc.Arbitrary<Step["run"]> = fc.oneof(
  alerts.map((chosen) => (scenario: Scenario) => {
    const unique = [...new Map(chosen.map((one) => [one.key, one])).values()];
    scenario.answers(
      answer(
        unique.map(({ key: name, severity, muted }) =>
          alert(name, { severity, seenAt: scenario.now, ...(muted && { suppression: { by: "silence", ids: ["x"] } }) }),
        ),
      ),
    );
  }),
  fc.constant((scenario: Scenario) => void scenario.fails()),
  key.map(
    (wanted) => (scenario: Scenario) => void scenario.command({ kind: "acknowledge", ids: [idOf(scenario, wanted)] }),
  ),
  key.map(
    (wanted) => (scenario: Scenario) => void scenario.command({ kind: "unacknowledge", ids: [idOf(scenario, wanted)] }),
  ),
  key.map(
    (wanted) => (scenario: Scenario) =>
      void scenario.command({ kind: "snooze", ids: [idOf(scenario, wanted)], for: 900_000 }),
  ),
  key.map((wanted) => (scenario: Scenario) => void scenario.command({ kind: "escalate", id: idOf(scenario, wanted) })),
  fc.boolean().map((works) => (scenario: Scenario) => {
    const id = [...scenario.state.outbox.values()].find(({ state }) => state.kind === "sending")?.id;
    if (id === undefined) return;
    scenario.send(
      works
        ? { kind: "action-done", id, answer: { handle: "s" } }
        : { kind: "action-failed", id, failure: { kind: "refused", reason: "no" } },
    );
  }),
  fc
    .constantFrom("suspended" as const, "resumed" as const)
    .map((what) => (scenario: Scenario) => void scenario.send({ kind: "machine", what })),
  fc.constant((scenario: Scenario) => void scenario.command({ kind: "quiet", for: 3_600_000 })),
);

const steps = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 1_200_000 }), run: step }), { maxLength: 25 });

function play(story: readonly Step[]): Scenario {
  const scenario = new Scenario();
  for (const { wait, run } of story) {
    scenario.now = after(scenario.now, wait);
    scenario.send({ kind: "woke" });
    run(scenario);
  }
  return scenario;
}

const hostFacts: HostFacts = {
  version: "0",
  host: "browser",
  zone: "UTC",
  secretKeeping: "file",
  trayAvailable: false,
  teamRevision: 1,
  secrets: [],
};

function snapshotOf({ state, now }: Scenario) {
  const team = state.loaded?.team;
  if (!team) throw new Error("no team");
  const context = rowContext(state, dutyAt(team, now));
  const rows = new Map([...state.incidents.values()].map((incident) => [incident.id, incidentRow(incident, context)]));
  return snapshot(state, hostFacts, { now, tally: tallyOf(rows.values()) });
}

describe("the core, over any story", () => {
  it("replays from its log, through JSON, to the same state", () => {
    fc.assert(
      fc.property(steps, (story) => {
        const scenario = play(story);
        const log = JSON.parse(JSON.stringify(scenario.events)) as readonly {
          readonly event: AppEvent;
          readonly stamp: Stamp;
        }[];
        const replayed = log.reduce<AppState>(
          (state, { event, stamp }) => decide(state, event, stamp).state,
          emptyState({ adapter: "dbus", health: { kind: "working" }, buttons: true, closes: true, sounds: true }),
        );
        expect(replayed).toEqual(scenario.state);
      }),
      { numRuns: 150 },
    );
  });

  it("never tells an incident that nobody needs to hear of, and never sleeps past what is due", () => {
    fc.assert(
      fc.property(steps, (story) => {
        const scenario = play(story);
        for (const telling of scenario.state.tellings.values()) {
          expect(scenario.state.incidents.get(telling.incident)?.standing.kind).toBe("triggered");
        }
        const wake = nextWake(scenario.state, scenario.now);
        if (wake !== undefined) expect(wake).toBeGreaterThan(scenario.now);
        expect(decide(scenario.state, { kind: "woke" }, { now: scenario.now, roll: 0.5 }).effects).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("always has a snapshot that the contract allows", () => {
    fc.assert(
      fc.property(steps, (story) => {
        const made = snapshotOf(play(story));
        expect(v.parse(snapshotSchema, JSON.parse(JSON.stringify(made)))).toEqual(made);
      }),
      { numRuns: 60 },
    );
  });

  it("decides and wakes the same when it remembers nothing of what it has found to be calm", () => {
    fc.assert(
      fc.property(steps, (story) => {
        let forgetful = emptyState({
          adapter: "dbus",
          health: { kind: "working" },
          buttons: true,
          closes: true,
          sounds: true,
        });
        let mindful = forgetful;
        for (const { event, stamp } of play(story).events) {
          // Another map of the same incidents is one that nothing is known of.
          const forgotten = { ...forgetful, incidents: new Map(forgetful.incidents) };
          const [one, other] = [decide(forgotten, event, stamp), decide(mindful, event, stamp)];
          expect(one).toEqual(other);
          expect(nextWake({ ...one.state, incidents: new Map(one.state.incidents) }, stamp.now)).toBe(
            nextWake(other.state, stamp.now),
          );
          forgetful = one.state;
          mindful = other.state;
        }
      }),
    );
  });

  it("is never green while a source is not fresh", () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 600_000 }), (story, later) => {
        const scenario = play(story);
        scenario.now = after(scenario.now, later);
        const { tray, sources } = snapshotOf(scenario);
        if (sources.some(({ freshness }) => freshness !== "fresh")) {
          expect(["stale", "blind", "triggered"]).toContain(tray.state);
        }
      }),
      { numRuns: 150 },
    );
  });
});
