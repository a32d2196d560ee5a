import { instant, type Instant } from "../../../shared/time/instant.ts";
import type { IncidentRow } from "../../../shared/incident/incident-shape.ts";
import type { Snapshot } from "../../../shared/app/snapshot-shape.ts";
import { emptySnapshot } from "../../support/scripted-app.ts";

/** Friday 2027-01-08, 03:00 in UTC: a night in the middle of a shift. */
export const night: Instant = instant(Date.UTC(2027, 0, 8, 3, 0));
/** The Monday after it, 09:00 in UTC. */
export const monday: Instant = instant(Date.UTC(2027, 0, 11, 9, 0));

/** A desktop's snapshot of somebody who is on call; a test says only what it is about. */
export const aSnapshot = (parts: Partial<Snapshot> = {}): Snapshot => ({
  ...emptySnapshot(),
  host: "desktop",
  now: night,
  team: { id: "t", name: "T", sample: false, path: "team.yaml", people: [], services: [], schedules: [], revision: 1 },
  me: { id: "alice", name: "Alice" },
  shift: { standing: "primary", until: monday, onCallNow: [] },
  tray: { state: "on", count: 0, open: 0, role: "primary", until: monday, next: "Bob" },
  trayAvailable: true,
  ...parts,
});

export const aRow = (parts: Partial<IncidentRow> = {}): IncidentRow => ({
  id: "i1",
  title: "Ledger is late",
  severity: "critical",
  standing: "triggered",
  mine: true,
  suppressed: false,
  source: "prod",
  serviceName: "Aggregate Profit",
  investorImpact: false,
  sensitive: false,
  startedAt: night,
  openedAt: night,
  flaps: 0,
  unconfirmed: false,
  ...parts,
});
