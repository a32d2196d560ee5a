/** An item of Alertmanager's list as version 0.25 sends it, and what a test wants otherwise. */
export function rawAlert(change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    annotations: { summary: "Ledger is late" },
    endsAt: "2027-01-04T09:05:00.000Z",
    fingerprint: "f2f95d02269594eb",
    receivers: [{ name: "data-eng" }],
    startsAt: "2027-01-04T09:00:00.000Z",
    status: { inhibitedBy: [], silencedBy: [], state: "active" },
    updatedAt: "2027-01-04T09:01:00.000Z",
    generatorURL: "http://prometheus.example.com/graph?g0.expr=late",
    labels: { alertname: "LedgerLate", severity: "Page" },
    ...change,
  };
}

const minuteOf = (index: number): string => String(index % 60).padStart(2, "0");

/** `count` alerts of about 870 bytes each, as the rules of a data platform make them; `round` renews what senders renew. */
export const manyRawAlerts = (count: number, round = 0): readonly Readonly<Record<string, unknown>>[] =>
  Array.from({ length: count }, (_, index) =>
    rawAlert({
      annotations: {
        description: `Pipeline agg_profit_${index} has failed its last ${(index % 7) + 1} runs; the newest error is "relation ledger_${index} does not exist".`,
        runbook_url: `https://runbooks.example.com/pipelines/agg-profit-${index % 50}`,
        summary: `Pipeline agg_profit_${index} failed`,
      },
      fingerprint: (0xf2f95d0200000000n + BigInt(index)).toString(16),
      startsAt: `2027-01-04T08:${minuteOf(index)}:31.578Z`,
      updatedAt: `2027-01-04T09:${minuteOf(round)}:${minuteOf(index)}.578Z`,
      generatorURL: `http://prometheus-0.example.com:9090/graph?g0.expr=pipeline_failed%7Bpipeline%3D%22agg_profit_${index}%22%7D+%3E+0&g0.tab=1`,
      labels: {
        alertname: "PipelineFailed",
        cluster: "prod-eu-1",
        instance: `worker-${index % 200}.prod.example.com:9100`,
        job: "airflow",
        namespace: "data",
        pipeline: `agg_profit_${index}`,
        severity: index % 10 === 0 ? "page" : "warn",
        team: "data-eng",
      },
    }),
  );
