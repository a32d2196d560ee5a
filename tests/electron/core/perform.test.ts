import { describe, expect, it } from "vitest";
import type { CalendarConnection } from "../../../electron/core/calendar.ts";
import { Connections } from "../../../electron/core/connections.ts";
import { perform } from "../../../electron/core/perform.ts";
import type { SourceActions, SourceConnection } from "../../../electron/core/source.ts";
import { UnderWay } from "../../../electron/core/under-way.ts";
import {
  actionKinds,
  type ActionAnswer,
  type ActionFailure,
  type SourceAction,
} from "../../../shared/incident/outbox.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Effect } from "../../../shared/state/effect.ts";
import type { AppEvent } from "../../../shared/state/event.ts";
import { noTeamEdits } from "../../support/app-under-test.ts";
import { eventually } from "../../support/eventually.ts";
import { memoryNotifier } from "../../support/memory-notifier.ts";
import { noon } from "../../support/scenario.ts";

type Outcome = Result<ActionAnswer, ActionFailure>;

/** What one effect leads to at a source, and the faults that were written down. */
async function performed(effect: Effect, source?: SourceConnection): Promise<{ event: AppEvent; faults: string[] }> {
  const sources = new Connections<SourceConnection>();
  if (source) sources.use([{ id: "prod", declared: 1, connect: () => source }]);
  const events: AppEvent[] = [];
  const faults: string[] = [];
  perform(effect, {
    connections: { sources, calendars: new Connections<CalendarConnection>() },
    notifier: memoryNotifier(),
    notices: new UnderWay(),
    handoffs: { write: () => Promise.resolve() },
    log: (level, message) => {
      if (level === "error") faults.push(message);
    },
    zone: "UTC",
    dispatch: (event) => events.push(event),
    alarm: () => undefined,
    teamEdits: noTeamEdits,
  });
  const event = await eventually("the outcome", () => Promise.resolve(events[0]));
  return { event, faults };
}

const by = "Alice";
const actions: { readonly [K in SourceAction["kind"]]: Extract<SourceAction, { kind: K }> } = {
  acknowledge: { kind: "acknowledge", key: "a", labels: {}, by, comment: "", from: noon, until: noon },
  unacknowledge: { kind: "unacknowledge", key: "a", handle: "h" },
  resolve: { kind: "resolve", key: "a", by },
  snooze: { kind: "snooze", key: "a", by, until: noon },
  escalate: { kind: "escalate", key: "a", by },
  reassign: { kind: "reassign", key: "a", by, to: { name: "Bob", email: "bob@example.com" } },
  note: { kind: "note", key: "a", by, text: "disk is full" },
  priority: { kind: "priority", key: "a", by, severity: "minor" },
  create: { kind: "create", key: "a", by, title: "Ledger is late", text: "", severity: "major" },
};

/** A source that can do everything, keeps what it was asked, and answers alike. */
function able(outcome: Outcome): { readonly source: SourceConnection; readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const answer = (what: unknown): Promise<Outcome> => {
    asked.push(what);
    return Promise.resolve(outcome);
  };
  const every: SourceActions = Object.fromEntries(actionKinds.map((kind) => [kind, answer]));
  return { asked, source: { actions: every, confirm: (request, action) => answer({ request, action }) } };
}

const entry = { id: "o1", source: "prod" } as const;
const act = (action: SourceAction): Effect => ({ kind: "act", ...entry, action });
const confirm: Effect = { kind: "confirm-action", ...entry, action: actions.note, request: "r1" };

describe("an action", () => {
  it.each(actionKinds)("of the kind %s is its source's to do, and what becomes of it is heard", async (kind) => {
    const { source, asked } = able(ok({ kind: "done", handle: "h" }));
    const { event } = await performed(act(actions[kind]), source);
    expect(asked).toEqual([actions[kind]]);
    expect(event).toEqual({ kind: "action-done", id: "o1", answer: { handle: "h" } });
  });

  it.each(actionKinds)("of the kind %s is refused where the source lacks it", async (kind) => {
    const { event } = await performed(act(actions[kind]), { actions: {} });
    const failure = { kind: "refused", reason: "the source offers no such action" };
    expect(event).toEqual({ kind: "action-failed", id: "o1", failure });
  });

  it("that is accepted is asked about by what the source calls it", async () => {
    const first = able(ok({ kind: "accepted", request: "r1" }));
    const accepted = { kind: "action-accepted", id: "o1", request: "r1" };
    expect((await performed(act(actions.note), first.source)).event).toEqual(accepted);
    const later = able(ok({ kind: "done" }));
    expect((await performed(confirm, later.source)).event).toEqual({ kind: "action-done", id: "o1", answer: {} });
    expect(later.asked).toEqual([{ request: "r1", action: actions.note }]);
  });

  it("fails as its source says", async () => {
    const failure = { kind: "forbidden", needs: "incidents.write" } as const;
    const { source } = able(err(failure));
    for (const effect of [act(actions.note), confirm]) {
      expect((await performed(effect, source)).event).toEqual({ kind: "action-failed", id: "o1", failure });
    }
  });

  it("of a source that is gone, or whose adapter throws, is tried again, and the fault is written down", async () => {
    const internal = {
      kind: "action-failed",
      id: "o1",
      failure: { kind: "unavailable", failure: { kind: "internal" } },
    };
    expect(await performed(act(actions.note))).toEqual({ event: internal, faults: [] });
    expect(await performed(confirm, { actions: {} })).toEqual({ event: internal, faults: [] });
    const broken: SourceConnection = {
      actions: {
        note: () => {
          throw new Error("a fault of ours");
        },
      },
    };
    expect(await performed(act(actions.note), broken)).toEqual({ event: internal, faults: ["an action threw"] });
  });
});

describe("a poll of a source that tells by itself", () => {
  it("is a fault of ours", async () => {
    const { event } = await performed({ kind: "poll", source: "prod" }, { actions: {} });
    expect(event).toEqual({ kind: "source-failed", source: "prod", failure: { kind: "internal" } });
  });
});
