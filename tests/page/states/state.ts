import type { SourceAlert } from "../../../shared/incident/answer.ts";
import { minute, second } from "../../../shared/time/duration.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { at } from "../../support/scenario.ts";
import { openStage, type Setting, type Stage } from "../stage.ts";

/** A state that the screen is designed for: when it is, and the story that leads there. */
export type State = {
  readonly at: Instant;
  readonly open: (now: Instant) => Promise<Stage>;
};

/** A Wednesday night in which Alice is primary. */
export const night = at("2027-01-06T02:12:00Z");

/** A story of that night. */
export const tonight = (open: State["open"]): State => ({ at: night, open });

/** Opens the core some time before `now`; the sources have answered once. */
export async function begun(now: Instant, ago: number, setting: Setting = {}): Promise<Stage> {
  const stage = await openStage(after(now, -ago), setting);
  await stage.passes(second);
  return stage;
}

export const alert = (over: Partial<SourceAlert> & Pick<SourceAlert, "key" | "startedAt">): SourceAlert => ({
  title: "Row count dropped by 38 % against last week",
  severity: "major",
  labels: { alertname: "RowsDropped", pipeline: "growth", instance: "airflow-2:9102" },
  links: [{ title: "Show in Alertmanager", url: "https://alerts.example.com/#/alerts" }],
  seenAt: over.startedAt,
  seenBy: ["a"],
  ...over,
});

/** The alert of most pages, since three minutes. */
export const ledger = (now: Instant, over: Partial<SourceAlert> = {}): SourceAlert =>
  alert({
    key: "ledger",
    title: "Aggregate profit is 6 h late: yesterday's ledger has not arrived",
    severity: "critical",
    labels: { alertname: "LedgerLate", pipeline: "agg_profit", severity: "page", instance: "airflow-2:9102" },
    startedAt: after(now, -3 * minute),
    ...over,
  });
