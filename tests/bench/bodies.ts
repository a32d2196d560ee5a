import { manyRawAlerts } from "../support/alerts.ts";

/** From one round to the next, one in so many alerts ends and another begins, and one in so many says something else. */
const turnover = 1000;
const rewording = 100;

/**
 * What Alertmanager answers with `count` alerts of about 870 bytes in the given round, below `rewording`: senders have
 * repeated all of them since the round before, so that every `updatedAt` differs, and about one in a hundred has changed.
 */
export function alertsBody(count: number, round: number): Buffer {
  const ended = round * Math.ceil(count / turnover);
  const alerts = manyRawAlerts(ended + count, round).slice(ended);
  return Buffer.from(JSON.stringify(alerts.map((alert, index) => reworded(alert, { index: ended + index, round }))));
}

type RawAlert = ReturnType<typeof manyRawAlerts>[number];

function reworded(alert: RawAlert, { index, round }: { readonly index: number; readonly round: number }): RawAlert {
  if (index % rewording >= round) return alert;
  return { ...alert, annotations: { ...(alert["annotations"] as object), summary: `Pipeline ${index} failed again` } };
}
