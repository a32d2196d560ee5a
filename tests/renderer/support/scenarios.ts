import type { IncidentDetail, IncidentRow } from "../../../shared/incident/incident-shape.ts";
import type { Snapshot } from "../../../shared/app/snapshot-shape.ts";
import type { TaskView } from "../../../shared/runbook/runbook-shape.ts";
import { severities, type Team } from "../../../shared/team/team.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { handoffStates } from "./handoffs.ts";
import type { Library } from "./fake-library.ts";
import { hostileText } from "./hostile-text.ts";
import { largeLibrary, library } from "./runbook-texts.ts";
import { scheduleScenarios } from "./schedule-scenarios.ts";
import { aDetail, aRow, aSnapshot, anAlert, aSource, anInbox, idleHandoff, people, withIncident } from "./snapshots.ts";

/** What a host knows when a screen connects to it. */
export type Scenario = {
  readonly snapshot: Snapshot;
  readonly details: readonly IncidentDetail[];
  readonly rows: readonly IncidentRow[];
  /** Whose schedules the host answers for; four people and a weekly rotation where a state says nothing about it. */
  readonly team?: Team;
  /** The runbooks to read; a small library where it is absent. */
  readonly library?: Library;
};

const minute = 60_000;

const services = [
  ["agg-profit", "Aggregate Profit for Investors"],
  ["growth", "Growth"],
  ["engagement", "Engagement"],
] as const;

const titles = [
  "Daily load has not finished by 06:00",
  "Row count dropped by 38 % against last week",
  "Source API answers 503",
  "Schema of orders changed: column currency is gone",
  "Disk of airflow-2 is 94 % full",
  "Task transform_sessions failed after 3 tries",
];

/** Incidents of all severities and states, the same ones every time. */
export function manyRows(now: Instant, count: number): readonly IncidentRow[] {
  return Array.from({ length: count }, (_, index) => {
    const [service, serviceName] = services[index % 3] ?? services[0];
    const standing =
      index % 11 === 3 ? "acknowledged" : index % 17 === 5 ? "snoozed" : index % 23 === 7 ? "resolved" : "triggered";
    const startedAt = after(now, -((index % 700) + 1) * minute);
    return aRow(now, {
      id: `prod/${index}`,
      title: `${titles[index % titles.length] ?? ""} (${index})`,
      severity: severities[index % 20 === 0 ? 0 : 1 + (index % 3)] ?? "info",
      standing,
      ...(standing === "triggered" ? {} : { by: "Alice", standingAt: after(now, 40 * minute) }),
      mine: index % 2 === 0,
      suppressed: index % 31 === 9,
      service,
      serviceName,
      investorImpact: index % 3 === 0,
      startedAt,
      openedAt: startedAt,
      dueAt: after(now, ((index * 37) % 480) * minute - 20 * minute),
    });
  });
}

const one = (snapshot: Snapshot, detail: IncidentDetail): Scenario => ({
  snapshot,
  details: [detail],
  rows: [rowOf(detail)],
});

export function rowOf(detail: IncidentDetail): IncidentRow {
  const {
    id,
    title,
    severity,
    standing,
    standingAt,
    by,
    mine,
    suppressed,
    source,
    service,
    serviceName,
    investorImpact,
    sensitive,
  } = detail;
  const { startedAt, openedAt, dueAt, flaps, unconfirmed } = detail;
  return {
    ...{
      id,
      title,
      severity,
      standing,
      mine,
      suppressed,
      source,
      investorImpact,
      sensitive,
      startedAt,
      openedAt,
      flaps,
      unconfirmed,
    },
    ...(standingAt === undefined ? {} : { standingAt }),
    ...(by === undefined ? {} : { by }),
    ...(service === undefined ? {} : { service }),
    ...(serviceName === undefined ? {} : { serviceName }),
    ...(dueAt === undefined ? {} : { dueAt }),
  };
}

const acknowledged = (now: Instant, change: Partial<IncidentDetail> = {}): IncidentDetail =>
  aDetail(now, {
    standing: "acknowledged",
    by: "Alice",
    standingAt: after(now, 58 * minute),
    acknowledgedBy: "Alice",
    acknowledgedUntil: after(now, 58 * minute),
    respond: { from: after(now, -3 * minute), by: after(now, 57 * minute), metAt: after(now, -minute) },
    escalates: { kind: "none" },
    delivery: { kind: "confirmed", action: "acknowledge", at: after(now, -minute) },
    timeline: [
      ...aDetail(now).timeline,
      { at: after(now, -minute), by: "Alice", kind: "acknowledged", facts: {} },
      { at: after(now, -minute), kind: "sent", facts: { action: "acknowledge" } },
      { at: after(now, -minute + 800), kind: "confirmed", facts: { action: "acknowledge" } },
      {
        at: after(now, -20_000),
        by: "Alice",
        kind: "note",
        facts: { text: "The ledger export is still running on their side. Called finance ops." },
      },
    ],
    ...change,
  });

const stale = (now: Instant) =>
  aSource(now, {
    freshness: "stale",
    lastGoodAt: after(now, -4 * minute),
    nextPollAt: after(now, 20_000),
    failure: { kind: "timeout", facts: { afterMs: 8_000 } },
  });

const blind = (now: Instant) =>
  aSource(now, {
    freshness: "blind",
    lastGoodAt: after(now, -26 * minute),
    nextPollAt: after(now, 30_000),
    failure: { kind: "unreachable", facts: { code: "ECONNREFUSED" } },
    missingSecrets: ["prod-password"],
  });

const nothing = { details: [], rows: [] } as const;

/** Bob has it. */
const offCall = (now: Instant, handoff = idleHandoff): Snapshot =>
  aSnapshot(now, {
    handoff,
    shift: {
      standing: "off",
      next: people.bob,
      onCallNow: [{ schedule: "weekly", state: "gap", people: [] }],
      myNext: {
        role: "primary",
        schedule: "weekly",
        from: after(now, 5 * 24 * 60 * minute),
        to: after(now, 12 * 24 * 60 * minute),
      },
    },
    tray: { state: "off", count: 0, open: 0 },
  });

/** What is left to be done about runbooks, and the library that it is about. */
function withTasks(now: Instant, files: Library["files"] = library): Scenario {
  const tasks: readonly TaskView[] = [
    {
      id: "write/experiment",
      kind: "write-runbook",
      title: "Experiment has no rows since midnight",
      madeAt: after(now, -20 * minute),
      dueAt: after(now, 7 * 24 * 60 * minute),
      owner: people.alice,
      service: { id: "experiment", name: "Experiment" },
      incidents: ["prod/experiment/1"],
    },
    {
      id: "finish/engagement",
      kind: "finish-draft",
      title: "Engagement has no rows since midnight",
      madeAt: after(now, -9 * 24 * 60 * minute),
      dueAt: after(now, -2 * 24 * 60 * minute),
      owner: people.charlie,
      runbook: "runbooks/engagement-rows.md",
      incidents: [],
    },
    {
      id: "review/growth",
      kind: "review-due",
      title: "Growth",
      madeAt: after(now, -24 * 60 * minute),
      dueAt: after(now, 3 * 24 * 60 * minute),
      runbook: "runbooks/growth.md",
      incidents: [],
    },
  ];
  const runbooks = { revision: 1, known: true, count: Object.keys(files).length, due: 1, drafts: 1, tasks };
  return { snapshot: aSnapshot(now, { runbooks }), ...nothing, library: { files, tasks } };
}

/** Every state that the screen is designed for, by the name that `?fixture=` gives. */
export const scenarios = {
  "handoff-drafted": (now) => ({ snapshot: aSnapshot(now, { handoff: handoffStates.drafted(now) }), ...nothing }),
  "handoff-offered": (now) => ({ snapshot: aSnapshot(now, { handoff: handoffStates.offered(now) }), ...nothing }),
  "handoff-by-hand": (now) => ({ snapshot: aSnapshot(now, { handoff: handoffStates["by-hand"](now) }), ...nothing }),
  "handoff-declined": (now) => ({ snapshot: aSnapshot(now, { handoff: handoffStates.declined(now) }), ...nothing }),
  "handoff-incoming": (now) => ({ snapshot: aSnapshot(now, { handoff: handoffStates.incoming(now) }), ...nothing }),
  "handoff-accepted": (now) => ({ snapshot: offCall(now, handoffStates.accepted(now)), ...nothing }),
  quiet: (now) => ({ snapshot: aSnapshot(now), ...nothing }),
  "off-call": (now) => ({ snapshot: offCall(now), ...nothing }),
  triggered: (now) => one(withIncident(now, aDetail(now)), aDetail(now)),
  overdue: (now) => {
    const detail = aDetail(now, {
      respond: { from: after(now, -90 * minute), by: after(now, -30 * minute) },
      resolve: { from: after(now, -90 * minute), by: after(now, 30 * minute) },
      startedAt: after(now, -90 * minute),
      escalates: { kind: "exhausted", people: [people.bob, people.dana] },
      paged: [people.alice, people.bob, people.dana],
    });
    return one(withIncident(now, detail), detail);
  },
  acknowledged: (now) => one(withIncident(now, acknowledged(now)), acknowledged(now)),
  resolvable: (now) => {
    const detail = acknowledged(now, { canResolve: true, sourceName: "Inbox", source: "inbox" });
    return one(withIncident(now, detail), detail);
  },
  waiting: (now) => {
    const delivery = {
      kind: "waiting",
      action: "acknowledge",
      since: after(now, -minute),
      attempts: 3,
      nextAt: after(now, 20_000),
      failure: "timeout",
    } as const;
    const detail = acknowledged(now, { delivery });
    return one(
      withIncident(now, detail, {
        sources: [stale(now), anInbox(now)],
        outbox: [{ id: "1", incident: detail.id, title: detail.title, source: "prod", delivery }],
      }),
      detail,
    );
  },
  refused: (now) => {
    const detail = aDetail(now, {
      delivery: { kind: "refused", action: "acknowledge", at: after(now, -20_000), reason: "silences are read-only" },
    });
    return one(withIncident(now, detail), detail);
  },
  suppressed: (now) => {
    const detail = aDetail(now, {
      suppressed: true,
      escalates: { kind: "none" },
      suppression: {
        by: "silence",
        ids: ["silence-1"],
        author: "emily",
        comment: "Planned migration of the ledger",
        until: after(now, 90 * minute),
      },
    });
    return one(withIncident(now, detail), detail);
  },
  gap: (now) => {
    const runbook = { kind: "gap" } as const;
    const detail = aDetail(now, {
      runbook,
      severity: "minor",
      owners: [],
      alert: anAlert(now, { links: [] }),
      flaps: 4,
    });
    return one(withIncident(now, detail), detail);
  },
  runbooks: (now) => withTasks(now),
  "many-runbooks": (now) => withTasks(now, largeLibrary(2_000)),
  "no-runbooks": (now) => ({
    snapshot: aSnapshot(now),
    ...nothing,
    library: { files: {}, tasks: [], folder: "none" },
  }),
  "read-only-runbooks": (now) => {
    const { library: kept, ...rest } = withTasks(now);
    return { ...rest, library: { files: library, tasks: kept?.tasks ?? [], folder: "read-only" } };
  },
  "hostile-runbook": (now) => {
    const detail = aDetail(now);
    const files = { "runbooks/agg-profit.md": hostileText("http://evil.test") };
    return { ...one(withIncident(now, detail), detail), library: { files, tasks: [] } };
  },
  stale: (now) => ({
    snapshot: aSnapshot(now, { sources: [stale(now), anInbox(now)], tray: { state: "stale", count: 0, open: 0 } }),
    ...nothing,
  }),
  blind: (now) => ({
    snapshot: aSnapshot(now, {
      sources: [blind(now), anInbox(now)],
      tray: { state: "blind", count: 0, open: 0 },
      secrets: [{ name: "prod-password", present: false, usedBy: ["Alertmanager at prod"] }],
      secretKeeping: "memory",
      notifier: { adapter: "none", health: { kind: "failing", reason: "no-service" }, buttons: false },
      journal: { kind: "memory", reason: "disk-full", since: after(now, -minute) },
    }),
    ...nothing,
  }),
  storm: (now) => {
    const rows = manyRows(now, 10_000);
    const detail = aDetail(now, { id: "prod/0" });
    const waiting = rows.filter((row) => row.mine && row.standing === "triggered" && !row.suppressed).length;
    const triggered = rows.filter((row) => row.standing === "triggered").length;
    const base = withIncident(now, detail);
    return {
      snapshot: {
        ...base,
        tray: { ...base.tray, count: waiting, open: 10_000 },
        counts: { triggered, acknowledged: 900, snoozed: 500, suppressed: 300, mine: 5_000, resolved: 400 },
      },
      details: rows.slice(0, 50).map((row) => aDetail(now, row)),
      rows: [rowOf(detail), ...rows.slice(1)],
    };
  },
  long: (now) => {
    const detail = aDetail(now, {
      title:
        `Loading\u202e the ledger failed: <b>NullPointerException</b> ${"at com.example.ledger.Loader.run(Loader.java:1482) ".repeat(2_000)}`.slice(
          0,
          100_000,
        ),
      serviceName: "A service with a rather long name that does not end where one would expect it to end",
      alert: anAlert(now, {
        labels: Object.fromEntries(
          Array.from({ length: 40 }, (_, index) => [`label_${index}`, "value ".repeat(index * 5)]),
        ),
      }),
    });
    return one(withIncident(now, detail), detail);
  },
  ...scheduleScenarios,
  sample: (now) => {
    const base = aSnapshot(now);
    return {
      snapshot: {
        ...base,
        team: {
          ...(base.team ?? { people: [], services: [], schedules: [], revision: 1 }),
          id: "sample",
          name: "Sample team",
          sample: true,
          path: "sample.yaml",
        },
        sources: [anInbox(now)],
      },
      ...nothing,
    };
  },
  "no-team": (now) => {
    const { team: _, me: __, ...base } = aSnapshot(now);
    return {
      snapshot: {
        ...base,
        shift: { standing: "unknown", onCallNow: [] },
        tray: { state: "blind", count: 0, open: 0 },
        sources: [],
        teamProblems: ["team.yaml:3:1 expected people, found peple (did you mean people?)"],
      },
      ...nothing,
    };
  },
  "no-me": (now) => {
    const { me: _, ...base } = aSnapshot(now);
    return { snapshot: { ...base, shift: { ...base.shift, standing: "unknown" } }, ...nothing };
  },
  desktop: (now) => ({
    snapshot: aSnapshot(now, {
      host: "desktop",
      trayAvailable: false,
      teamProblems: ["team.yaml:12:5 schedule weekley is not declared (did you mean weekly?)"],
      inbox: { url: "http://127.0.0.1:51234/inbox", port: 51_234, wantedPort: 47_800, tokenFile: "baton/inbox-token" },
      journal: { kind: "recovered", keptAside: "journal.corrupt.db" },
      keptAside: { now: { incident: 2, "handoff-draft": 1 }, before: { task: 1 } },
    }),
    ...nothing,
  }),
} as const satisfies Readonly<Record<string, (now: Instant) => Scenario>>;

export type ScenarioName = keyof typeof scenarios;
