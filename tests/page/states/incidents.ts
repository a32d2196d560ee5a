import type { Sighting } from "../../../shared/incident/alert.ts";
import { minute, second } from "../../../shared/time/duration.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { alert, begun, tonight, type State } from "./state.ts";

const titles = [
  "Daily load has not finished by 06:00",
  "Row count dropped by 38 % against last week",
  "Source API answers 503",
  "Schema of orders changed: column currency is gone",
  "Disk of airflow-2 is 94 % full",
  "Task transform_sessions failed after 3 tries",
];

const pipelines = ["agg_profit", "growth", "engagement"] as const;

/** Alerts of all severities, the same ones every time; some that somebody has acknowledged or silenced elsewhere. */
export function manyAlerts(now: Instant, count: number): readonly Sighting[] {
  return Array.from({ length: count }, (_, index) =>
    alert({
      key: `alert-${index}`,
      title: `${titles[index % titles.length] ?? ""} (${index})`,
      severity: index % 20 === 0 ? "critical" : (["major", "minor", "info"][index % 3] ?? "info"),
      labels: { alertname: "Storm", pipeline: pipelines[index % 3] ?? "growth", index: String(index) },
      startedAt: after(now, -((index % 700) + 1) * minute),
      ...(index % 31 === 9 && { suppression: { by: "silence", ids: ["s"], author: "emily" } }),
      ...(index % 11 === 3 && {
        acknowledgement: { by: index % 2 === 0 ? "Alice" : "Bob", handle: `s${index}`, until: after(now, 40 * minute) },
      }),
    }),
  );
}

export const incidentStates = {
  /** Hundreds at once. */
  flood: tonight(async (now) => {
    const stage = await begun(now, 2 * minute);
    stage.source.fires(...manyAlerts(now, 300));
    await stage.until(now);
    return stage;
  }),
  /** Ten thousand at once; some of them are snoozed, and some are over. */
  storm: tonight(async (now) => {
    const stage = await begun(now, 2 * minute);
    const alerts = manyAlerts(now, 10_000);
    stage.source.fires(...alerts);
    await stage.passes(20 * second);
    const rows = stage.app.incidents().flatMap((part) => part.rows);
    const snoozed = rows.filter(({ standing }, index) => standing === "triggered" && index % 17 === 5);
    await stage.ask("snooze", { ids: snoozed.map(({ id }) => id).slice(0, 500), for: 40 * minute });
    stage.source.ends(...alerts.filter((_, index) => index % 23 === 7).map(({ alert: { key } }) => key));
    await stage.until(now);
    return stage;
  }),
} satisfies Readonly<Record<string, State>>;
