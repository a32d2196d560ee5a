import { manyRawAlerts } from "../support/alerts.ts";
import { desktopNeeds, startDesktopSession, type DesktopSession } from "../support/desktop-session.ts";
import { eventually } from "../support/eventually.ts";
import type { Bench } from "./bench.ts";
import { absolute, type Figure } from "./figure.ts";
import { withFolder } from "./folder.ts";
import { startHost } from "./host-process.ts";
import { median, quantile } from "./measure.ts";
import { serveAlerts } from "./server.ts";

const alerts = 10_000;
const rounds = 30;
const storms = 5;

/**
 * From the last byte of an answer of ten thousand alerts until Notify is on the bus, in a desktop session of its own with a
 * real notification daemon: for one new alert among those that are known, and for all of them at once.
 */
export const notify: Bench = { name: "notify", needs: ["linux", ...desktopNeeds], run: measure };

async function measure(): Promise<readonly Figure[]> {
  const desktop = await startDesktopSession({ daemon: "dunst" });
  try {
    const stormTimes: number[] = [];
    for (let storm = 0; storm < storms; storm += 1) {
      stormTimes.push(...(await withFolder((folder) => notifyTimes(desktop, { folder, news: 0 }))));
    }
    const times = await withFolder((folder) => notifyTimes(desktop, { folder, news: rounds }));
    return [
      absolute({ name: "notify-p95", value: quantile(times.slice(1), 0.95), unit: "ms" }, 250),
      absolute({ name: "notify-median", value: median(times.slice(1)), unit: "ms" }),
      absolute({ name: "notify-storm", value: median(stormTimes), unit: "ms" }),
    ];
  } finally {
    await desktop.stop();
  }
}

type Story = {
  readonly folder: string;
  /** How many answers with one new alert each follow the first list. */
  readonly news: number;
};

/** Milliseconds for the first list, in which everything is new, and for each piece of news after it. */
async function notifyTimes(desktop: DesktopSession, { folder, news }: Story): Promise<readonly number[]> {
  let body = news === 0 ? Buffer.from(JSON.stringify(manyRawAlerts(alerts))) : listWithNews(0);
  let sentAt = 0;
  const server = await serveAlerts(
    () => body,
    () => (sentAt = performance.now()),
  );
  const host = await startHost({ folder, alertmanager: { url: server.url, poll: "1s" }, env: desktop.env });
  try {
    const times: number[] = [];
    for (let answer = 1; answer <= news + 1; answer += 1) {
      const before = desktop.notifyCalls().length;
      await eventually("Notify", () => desktop.notifyCalls().length > before || undefined, 20_000);
      times.push((desktop.notifyCalls()[before]?.at ?? Number.NaN) - sentAt);
      body = listWithNews(answer);
    }
    return times;
  } finally {
    await host.stop();
    await server.close();
  }
}

/** The same ten thousand, which are only for information, repeated by their senders, and a critical one that is new. */
function listWithNews(answer: number): Buffer {
  const known = manyRawAlerts(alerts - 1, answer).map((alert) => labelled(alert, { severity: "info" }));
  const [news = {}] = manyRawAlerts(1, answer);
  const labels = { severity: "page", pipeline: `agg_profit_news_${answer}0` };
  return Buffer.from(JSON.stringify([...known, { ...labelled(news, labels), fingerprint: `news${answer}` }]));
}

type RawAlert = ReturnType<typeof manyRawAlerts>[number];

const labelled = (alert: RawAlert, labels: Readonly<Record<string, string>>): RawAlert => ({
  ...alert,
  labels: { ...(alert["labels"] as object), ...labels },
});
