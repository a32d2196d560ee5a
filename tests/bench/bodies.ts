import { manyRawAlerts } from "../support/alerts.ts";

/** From one round to the next, one in so many alerts ends and another begins, and one in so many says something else. */
const turnover = 1000;
const rewording = 100;

/** A poll, and how often senders repeat an alert: one in `repeated` has been repeated since the poll before. */
export type Round = { readonly round: number; readonly repeated: number };

/**
 * What Alertmanager answers with `count` alerts of about 870 bytes in the given round, below `rewording`: those that senders
 * have repeated since the round before have another `updatedAt`, and about one in a hundred of all says something else.
 */
export function alertsBody(count: number, { round, repeated }: Round): Buffer {
  const ended = round * Math.ceil(count / turnover);
  const generations = Array.from({ length: Math.min(repeated, round + 1) }, (_, age) =>
    manyRawAlerts(ended + count, round - age),
  );
  const alerts = Array.from({ length: count }, (_, at) => {
    const index = ended + at;
    const age = (((round - index) % repeated) + repeated) % repeated;
    return reworded((generations[age] ?? generations.at(-1))?.[index] ?? {}, { index, round });
  });
  return Buffer.from(JSON.stringify(alerts));
}

type RawAlert = ReturnType<typeof manyRawAlerts>[number];

function reworded(alert: RawAlert, { index, round }: { readonly index: number; readonly round: number }): RawAlert {
  if (index % rewording >= round) return alert;
  return { ...alert, annotations: { ...(alert["annotations"] as object), summary: `Pipeline ${index} failed again` } };
}
