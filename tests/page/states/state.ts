import type { Sighting } from "../../../shared/incident/alert.ts";
import { minute, second } from "../../../shared/time/duration.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { alert as seenAlert, at } from "../../support/scenario.ts";
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

export type Seen = NonNullable<Parameters<typeof seenAlert>[1]>;

export const alert = ({
  key,
  startedAt,
  ...over
}: Seen & { readonly key: string; readonly startedAt: Instant }): Sighting =>
  seenAlert(key, {
    title: "Row count dropped by 38 % against last week",
    severity: "major",
    labels: { alertname: "RowsDropped", pipeline: "growth", instance: "airflow-2:9102" },
    links: [{ title: "Show in Alertmanager", url: "https://alerts.example.com/#/alerts" }],
    startedAt,
    seenAt: startedAt,
    ...over,
  });

/** The alert of most pages, since three minutes. */
export const ledger = (now: Instant, over: Seen = {}): Sighting =>
  alert({
    key: "ledger",
    title: "Aggregate profit is 6 h late: yesterday's ledger has not arrived",
    severity: "critical",
    labels: { alertname: "LedgerLate", pipeline: "agg_profit", severity: "page", instance: "airflow-2:9102" },
    startedAt: after(now, -3 * minute),
    ...over,
  });
