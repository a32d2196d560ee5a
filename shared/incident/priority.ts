import type { Instant } from "../time/instant.ts";
import { severities, type Severity } from "../team/team.ts";
import type { Standing } from "./incident.ts";

/** What the order of incidents depends on. */
export type Ranked = {
  readonly id: string;
  readonly standing: Standing["kind"];
  readonly suppressed: boolean;
  readonly severity: Severity;
  readonly investorImpact: boolean;
  readonly dueAt?: Instant;
  readonly openedAt: Instant;
};

const standingRank: Readonly<Record<Standing["kind"], number>> = {
  triggered: 0,
  acknowledged: 2,
  snoozed: 3,
  resolved: 4,
};
const severityRank = Object.fromEntries(severities.map((severity, index) => [severity, index])) as Readonly<
  Record<Severity, number>
>;

/**
 * Negative where `a` comes first: unacknowledged before acknowledged, then severity, investor impact (004-2), the nearest
 * deadline, and age (oldest first). Resolved ones stand last. The id settles the rest, so that the order is total.
 */
export function compareRows(a: Ranked, b: Ranked): number {
  return (
    standingOf(a) - standingOf(b) ||
    severityRank[a.severity] - severityRank[b.severity] ||
    Number(b.investorImpact) - Number(a.investorImpact) ||
    compareDue(a.dueAt, b.dueAt) ||
    a.openedAt - b.openedAt ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** What a source mutes ranks after what waits for somebody, and before what somebody has taken. */
const standingOf = (row: Ranked): number =>
  row.standing === "triggered" && row.suppressed ? 1 : standingRank[row.standing];

function compareDue(a: Instant | undefined, b: Instant | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined ? -1 : a - b;
}
