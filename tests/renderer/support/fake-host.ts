import type { IncidentDetail, IncidentRow, IncidentsChange } from "../../../shared/incident/incident-shape.ts";
import type { Snapshot } from "../../../shared/app/snapshot-shape.ts";
import { contract, type Contract, type Outcome } from "../../../shared/rpc/contract.ts";
import { serve, type Handlers } from "../../../shared/rpc/define.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { createListeners } from "../../../renderer/transport/listeners.ts";
import { disconnectedReply, type Link, type LinkState } from "../../../renderer/transport/link.ts";
import { fakeLibrary } from "./fake-library.ts";
import { fakeSchedules } from "./fake-schedules.ts";
import { library } from "./runbook-texts.ts";
import { fourPeople } from "./schedule-teams.ts";
import { aDetail, someHelpers } from "./snapshots.ts";
import { changeHandlers } from "./change-host.ts";
import { someFigures } from "./some-figures.ts";
import { fakeLog } from "./fake-log.ts";
import { handoffHandlers } from "./handoff-host.ts";
import { fakePast } from "./fake-past.ts";
import { rowOf, type Scenario } from "./scenarios.ts";

/** One command as it was asked, for a test to look at. */
export type Asked = { readonly command: string; readonly input: unknown };

/** A host in memory: the real contract on both sides, plain JSON between them, and canned states behind it. */
export type FakeHost = {
  readonly link: Link;
  readonly asked: readonly Asked[];
  snapshot(): Snapshot;
  /** Changes what the host knows and tells the screen. */
  change(change: (snapshot: Snapshot) => Snapshot): void;
  changeRows(rows: readonly IncidentRow[], removed: readonly string[]): void;
  push(name: keyof Contract["pushes"], payload: unknown): void;
  /** The next commands of this name end so. */
  answer(command: string, outcome: Outcome | "internal" | "never"): void;
  cutOff(): void;
  comeBack(): void;
  refuse(): void;
};

const partSize = 2_000;
const done = (count = 1): Outcome => ({ kind: "done", count });

export function createFakeHost(scenario: Scenario, now: () => Instant): FakeHost {
  const pushes = createListeners<readonly [string, unknown]>();
  const states = createListeners<readonly [LinkState]>();
  const asked: Asked[] = [];
  const answers = new Map<string, Outcome | "internal" | "never">();
  const details = new Map(scenario.details.map((detail) => [detail.id, detail]));
  const rows = new Map(scenario.rows.map((row) => [row.id, row]));
  let snapshot = scenario.snapshot;
  let state: LinkState = { kind: "open" };

  const push = (name: string, payload: unknown): void => {
    if (state.kind === "open") pushes.tell(name, JSON.parse(JSON.stringify(payload)));
  };
  const tellSnapshot = (): void => push("snapshot", { ...snapshot, now: now() });
  const tellRows = (change: IncidentsChange): void => push("incidents", change);
  const tellAllRows = (): void => {
    const all = [...rows.values()];
    for (let start = 0; start === 0 || start < all.length; start += partSize) {
      tellRows({
        reset: true,
        complete: start + partSize >= all.length,
        rows: all.slice(start, start + partSize),
        removed: [],
      });
    }
  };

  /** Changes incidents as a host would: in the list, in the details, and in the snapshot where it is the current one. */
  const changeIncidents = (ids: readonly string[], change: (detail: IncidentDetail) => IncidentDetail): Outcome => {
    const changed: IncidentRow[] = [];
    for (const id of ids) {
      const row = rows.get(id);
      if (row === undefined) continue;
      const next = change(details.get(id) ?? aDetail(now(), row));
      details.set(id, next);
      rows.set(id, rowOf(next));
      changed.push(rowOf(next));
    }
    const current = snapshot.current === undefined ? undefined : details.get(snapshot.current.id);
    const waiting = [...rows.values()].filter(
      (row) => row.mine && row.standing === "triggered" && !row.suppressed,
    ).length;
    snapshot = {
      ...snapshot,
      ...(current === undefined ? {} : { current }),
      tray: { ...snapshot.tray, count: waiting, state: waiting > 0 ? "triggered" : "acknowledged" },
    };
    tellRows({ reset: false, complete: true, rows: changed, removed: [] });
    tellSnapshot();
    return changed.length === 0 ? { kind: "refused", reason: "not-found" } : done(changed.length);
  };

  const entry = (kind: string, facts: Record<string, string | number> = {}) => ({
    at: now(),
    by: "Alice",
    kind,
    facts,
  });

  const handlers: Handlers<Contract> = {
    hello: () => {
      queueMicrotask(tellAllRows);
      return { ...snapshot, now: now() };
    },
    acknowledge: ({ ids }) =>
      changeIncidents(ids, ({ escalates: _, ...detail }) => ({
        ...detail,
        standing: "acknowledged",
        by: "Alice",
        escalates: { kind: "none" },
        delivery: { kind: "confirmed", action: "acknowledge", at: now() },
        ...(detail.respond === undefined ? {} : { respond: { ...detail.respond, metAt: now() } }),
        timeline: [...detail.timeline, entry("acknowledged")],
      })),
    unacknowledge: ({ ids }) =>
      changeIncidents(ids, ({ by: _, delivery: __, ...detail }) => ({
        ...detail,
        standing: "triggered",
        timeline: [...detail.timeline, entry("retriggered", { why: "taken-back" })],
      })),
    snooze: ({ ids, for: milliseconds }) =>
      changeIncidents(ids, (detail) => ({
        ...detail,
        standing: "snoozed",
        by: "Alice",
        standingAt: after(now(), milliseconds),
        snoozedUntil: after(now(), milliseconds),
        timeline: [...detail.timeline, entry("snoozed", { until: after(now(), milliseconds) })],
      })),
    resolve: ({ ids }) =>
      changeIncidents(ids, (detail) => ({
        ...detail,
        standing: "resolved",
        standingAt: now(),
        by: "Alice",
        timeline: [...detail.timeline, entry("resolved")],
      })),
    escalate: ({ id }) =>
      changeIncidents([id], (detail) => ({
        ...detail,
        timeline: [...detail.timeline, entry("escalated", { people: "Bob", step: 1 })],
      })),
    "add-note": ({ id, text }) =>
      changeIncidents([id], (detail) => ({ ...detail, timeline: [...detail.timeline, entry("note", { text })] })),
    "set-severity": ({ ids, severity }) => changeIncidents(ids, (detail) => ({ ...detail, severity })),
    incident: ({ id }) => {
      const row = rows.get(id);
      return details.get(id) ?? (row === undefined ? null : aDetail(now(), row));
    },
    ...fakeSchedules({ team: () => scenario.team ?? fourPeople, me: () => snapshot.me?.id, now }),
    insight: ({ weeks }) =>
      snapshot.team === undefined
        ? null
        : someFigures(now(), { weeks, count: scenario.rows.length === 0 ? 0 : 40 * weeks }),
    "change-settings": (change) => {
      snapshot = { ...snapshot, settings: { ...snapshot.settings, ...change } };
      tellSnapshot();
      return done();
    },
    "set-me": ({ person }) => {
      const me = snapshot.team?.people.find(({ id }) => id === person);
      if (me === undefined) return { kind: "refused", reason: "unknown-person" };
      snapshot = { ...snapshot, me };
      tellSnapshot();
      return done();
    },
    "pager-check": () => {
      snapshot = {
        ...snapshot,
        drill: { kind: "running", startedAt: now(), answerBy: after(now(), 60_000), shownAt: now() },
      };
      tellSnapshot();
      return done();
    },
    "answer-drill": () => {
      snapshot = { ...snapshot, drill: { kind: "passed", at: now(), milliseconds: 812 } };
      tellSnapshot();
      return done();
    },
    quiet: () => done(),
    "retry-source": () => done(),
    "retry-calendar": () => done(),
    "send-test-incident": () => done(),
    "test-notification": () => done(),
    "set-secret": () => done(),
    "remove-secret": () => done(),
    "open-team-file": () => ({ kind: "refused", reason: "unreadable", detail: "No such file." }),
    "open-link": () => done(),
    "calendar-link": () => ({ kind: "link", url: `http://127.0.0.1:47800/calendar/${"A".repeat(43)}.ics` }),
    "renew-calendar-link": () => ({ kind: "link", url: `http://127.0.0.1:47800/calendar/${"B".repeat(43)}.ics` }),
    "export-calendar": () => done(),
    "dismiss-announcement": ({ id }) => {
      snapshot = { ...snapshot, announcements: snapshot.announcements.filter((one) => one.id !== id) };
      tellSnapshot();
      return done();
    },
    "dismiss-delivery": () => done(),
    ...fakeLog(now),
    ...handoffHandlers(
      () => snapshot,
      (handoff) => {
        snapshot = { ...snapshot, handoff };
        tellSnapshot();
      },
    ),
    ...changeHandlers(now),
    ...fakePast(now),
    ...fakeLibrary(scenario.library ?? { files: library, tasks: [] }, {
      now,
      incident: (id) => details.get(id) ?? (rows.has(id) ? aDetail(now(), rows.get(id)) : undefined),
      changeIncident: (id, change) => void changeIncidents([id], change),
      dropTask(id) {
        const { runbooks } = snapshot;
        const tasks = runbooks.tasks.filter((task) => task.id !== id);
        snapshot = { ...snapshot, runbooks: { ...runbooks, revision: runbooks.revision + 1, tasks } };
        tellSnapshot();
      },
    }),
    helpers: () => someHelpers(now()),
  };
  const reply = serve(contract, handlers, (_, fault) => {
    throw fault;
  });

  const become = (next: LinkState): void => {
    state = next;
    states.tell(next);
  };
  const link: Link = {
    async request(command, input) {
      if (state.kind !== "open") return disconnectedReply;
      asked.push({ command, input });
      const canned = answers.get(command);
      if (canned === "never") return new Promise(() => undefined);
      if (canned === "internal") return { ok: false, error: { kind: "internal" } };
      if (canned !== undefined) return { ok: true, value: canned };
      return JSON.parse(JSON.stringify(await reply(command, JSON.parse(JSON.stringify(input))))) as unknown;
    },
    onPush: pushes.add,
    state: () => state,
    onState: states.add,
    retryNow: () => become({ kind: "open" }),
  };

  return {
    link,
    asked,
    snapshot: () => snapshot,
    change(change) {
      snapshot = change(snapshot);
      tellSnapshot();
    },
    changeRows(upserts, removed) {
      for (const row of upserts) rows.set(row.id, row);
      for (const id of removed) rows.delete(id);
      tellRows({ reset: false, complete: true, rows: [...upserts], removed: [...removed] });
    },
    push,
    answer: (command, outcome) => void answers.set(command, outcome),
    cutOff: () => become({ kind: "cut-off", retryAt: now() + 8_000 }),
    comeBack: () => become({ kind: "open" }),
    refuse: () => become({ kind: "refused", reason: "wrong-token" }),
  };
}
