import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { decide } from "../../../shared/app/decide.ts";
import { nextWake } from "../../../shared/app/next-wake.ts";
import { settlings } from "../../../shared/app/settle.ts";
import { snapshotSchema } from "../../../shared/app/snapshot-shape.ts";
import { snapshot, type HostFacts } from "../../../shared/app/snapshot.ts";
import { incidentRow } from "../../../shared/incident/incident-row.ts";
import { tallyOf } from "../../../shared/incident/row-tally.ts";
import { dutyAt } from "../../../shared/state/duty.ts";
import type { AppEvent, Stamp } from "../../../shared/state/event.ts";
import { rowContext } from "../../../shared/state/row-context.ts";
import { emptyState, type AppState } from "../../../shared/state/state.ts";
import { day } from "../../../shared/time/duration.ts";
import { after } from "../../../shared/time/instant.ts";
import { anyStory, play } from "../../support/any-step.ts";
import type { Scenario } from "../../support/scenario.ts";

const story = anyStory(20);
const nothingHeard = emptyState({
  adapter: "dbus",
  health: { kind: "working" },
  buttons: true,
  closes: true,
  sounds: true,
});

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

describe("the core, over any story of every kind of event", { timeout: 60_000 }, () => {
  it("replays from its log, through JSON, to the same state", () => {
    fc.assert(
      fc.property(story, (steps) => {
        const scenario = play(steps);
        const log = JSON.parse(JSON.stringify(scenario.events)) as readonly {
          readonly event: AppEvent;
          readonly stamp: Stamp;
        }[];
        const replayed = log.reduce<AppState>(
          (state, { event, stamp }) => decide(state, event, stamp).state,
          nothingHeard,
        );
        expect(replayed).toEqual(scenario.state);
      }),
      { numRuns: 50 },
    );
  });

  it("tells only what needs somebody, and has nothing left to do at the instant it has decided for", () => {
    fc.assert(
      fc.property(story, (steps) => {
        const scenario = play(steps);
        for (const telling of scenario.state.tellings.values()) {
          expect(scenario.state.incidents.get(telling.incident)?.standing.kind).toBe("triggered");
        }
        const wake = nextWake(scenario.state, scenario.now);
        expect(wake === undefined || wake > scenario.now).toBe(true);
        const again = decide(scenario.state, { kind: "woke" }, { now: scenario.now, roll: 0.5 });
        expect(again).toEqual({ state: scenario.state, effects: [], entries: [] });
      }),
      { numRuns: 50 },
    );
  });

  it("changes nothing by time before its wake, in any of its steps", () => {
    fc.assert(
      fc.property(story, fc.double({ min: 0, max: 1, noNaN: true }), (steps, part) => {
        const { state, now } = play(steps);
        for (const [index, { step, wake }] of settlings.entries()) {
          const due = wake(state, now) ?? after(now, 30 * day);
          for (const at of [after(now, 1), after(now, Math.floor((due - now) * part)), after(due, -1)]) {
            if (at <= now || at >= due) continue;
            expect({ index, ...step(state, { now: at, roll: 0.5 }, state) }).toEqual({
              index,
              state,
              effects: [],
              entries: [],
            });
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("decides, wakes and shows the same when none of its answers are kept", () => {
    fc.assert(
      fc.property(anyStory(10), (steps) => {
        let state = nothingHeard;
        for (const { event, stamp } of play(steps).events) {
          const mindful = decide(state, event, stamp);
          // Copies are other objects, and every answer is kept under an object.
          const forgetful = decide(structuredClone(state), event, stamp);
          expect(forgetful).toEqual(mindful);
          expect(nextWake(structuredClone(mindful.state), stamp.now)).toBe(nextWake(mindful.state, stamp.now));
          state = mindful.state;
        }
      }),
      { numRuns: 12 },
    );
  });

  it("always has a snapshot that the contract allows", () => {
    fc.assert(
      fc.property(story, (steps) => {
        const made = snapshotOf(play(steps));
        expect(v.parse(snapshotSchema, JSON.parse(JSON.stringify(made)))).toEqual(made);
      }),
      { numRuns: 30 },
    );
  });

  it("is never green while a source is not fresh", () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 600_000 }), (steps, later) => {
        const scenario = play(steps);
        scenario.now = after(scenario.now, later);
        const { tray, sources } = snapshotOf(scenario);
        if (sources.some(({ freshness }) => freshness !== "fresh")) {
          expect(["stale", "blind", "triggered"]).toContain(tray.state);
        }
      }),
      { numRuns: 50 },
    );
  });
});
