import type { Alert } from "../../../shared/incident/alert.ts";
import type { IncidentDetail, IncidentRow } from "../../../shared/incident/incident-shape.ts";
import type { Snapshot } from "../../../shared/app/snapshot-shape.ts";
import type { SourceView } from "../../../shared/source/source-shape.ts";
import type { Helper } from "../../../shared/schedule/helpers-shape.ts";
import { defaultSettings } from "../../../shared/state/settings.ts";
import { after, instant, type Instant } from "../../../shared/time/instant.ts";

/** Builders of what a host tells a screen. All instants hang on the `now` that is given. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A Wednesday night. */
export const night: Instant = instant(Date.UTC(2027, 0, 6, 2, 12, 0));

export const people = {
  alice: { id: "alice", name: "Alice" },
  bob: { id: "bob", name: "Bob" },
  charlie: { id: "charlie", name: "Charlie" },
  dana: { id: "dana", name: "Dana" },
} as const;

export const aSource = (now: Instant, change: Partial<SourceView> = {}): SourceView => ({
  id: "prod",
  name: "Alertmanager at prod",
  kind: "alertmanager",
  freshness: "fresh",
  lastGoodAt: after(now, -4_000),
  nextPollAt: after(now, 6_000),
  polling: false,
  peers: [],
  unparsed: 0,
  open: 0,
  missingSecrets: [],
  ...change,
});

export function anInbox(now: Instant): SourceView {
  const { lastGoodAt: _, nextPollAt: __, ...inbox } = aSource(now, { id: "inbox", name: "Inbox", kind: "inbox" });
  return inbox;
}

export const aRow = (now: Instant, change: Partial<IncidentRow> = {}): IncidentRow => ({
  id: "prod/agg-profit/1",
  title: "Aggregate profit is 6 h late: yesterday's ledger has not arrived",
  severity: "critical",
  standing: "triggered",
  mine: true,
  suppressed: false,
  source: "prod",
  service: "agg-profit",
  serviceName: "Aggregate Profit for Investors",
  investorImpact: true,
  sensitive: false,
  startedAt: after(now, -3 * minute),
  openedAt: after(now, -3 * minute + 4_000),
  dueAt: after(now, 57 * minute),
  flaps: 0,
  unconfirmed: false,
  ...change,
});

export const anAlert = (now: Instant, change: Partial<Alert> = {}): IncidentDetail["alert"] => ({
  key: "f2f95d02269594eb",
  title: aRow(now).title,
  severity: "page",
  labels: { alertname: "LedgerLate", pipeline: "agg_profit", severity: "page", instance: "airflow-2:9102" },
  links: [{ title: "Show in Alertmanager", url: "https://alerts.example.com/#/alerts" }],
  startedAt: after(now, -3 * minute),
  ...change,
});

export const aDetail = (now: Instant, change: Partial<IncidentDetail> = {}): IncidentDetail => ({
  ...aRow(now),
  sourceName: "Alertmanager at prod",
  area: "Profit",
  alert: anAlert(now),
  runbook: {
    kind: "found",
    id: "runbooks/agg-profit.md",
    title: "Aggregate Profit",
    why: { kind: "service", service: "agg-profit", serviceName: "Aggregate Profit for Investors" },
  },
  ticks: [],
  owners: [
    { ...people.bob, role: "primary", reason: "knows the ledger" },
    { ...people.charlie, role: "secondary" },
  ],
  respond: { from: after(now, -3 * minute), by: after(now, 57 * minute) },
  resolve: { from: after(now, -3 * minute), by: after(now, 237 * minute) },
  escalates: { kind: "pages", at: after(now, 12 * minute - 3_000), people: [people.bob], step: 1, steps: 3 },
  paged: [people.alice],
  canResolve: false,
  acknowledgesInSource: true,
  timeline: [
    { at: after(now, -3 * minute), kind: "triggered", facts: {} },
    { at: after(now, -3 * minute + 5_000), kind: "paged", facts: { people: "Alice", step: 0, round: 0 } },
  ],
  ...change,
});

export const idleHandoff: Snapshot["handoff"] = {
  state: "idle",
  heldOver: false,
  incoming: [],
  history: [],
  folder: { kind: "shared", path: "oncall/handoffs", writable: true, problems: [] },
  unsent: [],
};

/** The sample team at night: Alice is primary, and nothing is open. */
export const aSnapshot = (now: Instant, change: Partial<Snapshot> = {}): Snapshot => ({
  version: "0.1.0",
  host: "browser",
  now,
  zone: "Europe/Copenhagen",
  team: {
    id: "data-eng",
    name: "Data Engineering",
    sample: false,
    path: "oncall/team.yaml",
    people: Object.values(people),
    services: [
      { id: "agg-profit", name: "Aggregate Profit for Investors" },
      { id: "growth", name: "Growth" },
      { id: "engagement", name: "Engagement" },
    ],
    schedules: [
      { id: "weekly", name: "Weekly", timezone: "Europe/Copenhagen", calendars: [] },
      { id: "first-line", name: "First line", timezone: "Europe/Copenhagen", calendars: [] },
    ],
    revision: 1,
  },
  teamProblems: [],
  me: people.alice,
  settings: { ...defaultSettings, sound: false },
  shift: {
    standing: "primary",
    schedule: "weekly",
    from: after(now, -2 * day),
    until: after(now, 5 * day + 6 * hour),
    because: "rotation",
    next: people.bob,
    onCallNow: [
      {
        schedule: "weekly",
        state: "covered",
        people: [
          { ...people.alice, role: "primary", until: after(now, 5 * day + 6 * hour) },
          { ...people.bob, role: "secondary", until: after(now, 5 * day + 6 * hour) },
        ],
      },
      { schedule: "first-line", state: "off-hours", people: [] },
    ],
  },
  handoff: idleHandoff,
  tray: { state: "on", count: 0, open: 0, role: "primary", until: after(now, 5 * day + 6 * hour), next: "Bob" },
  counts: { triggered: 0, acknowledged: 0, snoozed: 0, suppressed: 0, mine: 0, resolved: 3 },
  quietSince: after(now, -9 * hour),
  sources: [aSource(now), anInbox(now)],
  calendars: [],
  notifier: { adapter: "dbus", health: { kind: "working" }, buttons: true, server: "dunst 1.9" },
  journal: { kind: "ok" },
  keptAside: { now: {}, before: {} },
  runbooks: { revision: 1, known: true, count: 1, due: 0, drafts: 0, tasks: [] },
  outbox: [],
  announcements: [],
  secrets: [{ name: "prod-password", present: true, usedBy: ["Alertmanager at prod"] }],
  secretKeeping: "file",
  inbox: { url: "http://127.0.0.1:47800/inbox", port: 47_800, tokenFile: "baton/inbox-token" },
  trayAvailable: true,
  ...change,
});

/** The same with incidents open. */
export function withIncident(now: Instant, current: IncidentDetail, change: Partial<Snapshot> = {}): Snapshot {
  const { quietSince: _, ...base } = aSnapshot(now);
  const triggered = current.standing === "triggered";
  return {
    ...base,
    current,
    tray: { ...base.tray, state: triggered ? "triggered" : "acknowledged", count: triggered ? 1 : 0, open: 1 },
    counts: { ...base.counts, triggered: triggered ? 1 : 0, acknowledged: triggered ? 0 : 1, mine: 1 },
    ...change,
  };
}

/** Everybody but Alice: Bob stands by as secondary, and Dana is away. */
export const someHelpers = (now: Instant): readonly Helper[] => [
  {
    ...people.bob,
    zone: "Europe/Copenhagen",
    duty: { role: "secondary", schedule: "Weekly", until: after(now, 5 * day) },
    away: false,
    email: "bob@example.com",
    phone: "+4520000002",
    slack: "U02",
  },
  { ...people.charlie, zone: "America/New_York", away: false, email: "charlie@example.com" },
  { ...people.dana, zone: "Europe/Copenhagen", away: true, email: "dana@example.com" },
];
