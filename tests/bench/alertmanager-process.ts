import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startChild, type Child } from "../support/desktop/child.ts";
import { eventually } from "../support/eventually.ts";
import { freePort } from "../support/free-port.ts";

export const alertmanagerProgram = "prometheus-alertmanager";

export type RealAlertmanager = Pick<Child, "stop"> & {
  readonly url: string;
  /** Sends a list of alerts, as Prometheus does. */
  fire(alerts: readonly unknown[]): Promise<void>;
};

/** Starts a real Alertmanager over a folder, and waits until it is ready. */
export async function startAlertmanager(folder: string): Promise<RealAlertmanager> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const config = join(folder, "alertmanager.yml");
  writeFileSync(config, "route: { receiver: none }\nreceivers: [{ name: none }]\n");
  const args = [
    `--config.file=${config}`,
    `--storage.path=${join(folder, "alertmanager")}`,
    `--web.listen-address=${new URL(url).host}`,
    "--cluster.listen-address=",
    "--log.level=error",
  ];
  const child = await startChild(alertmanagerProgram, args, { env: process.env });
  await eventually("Alertmanager to be ready", () => isReady(url), 20_000);
  return {
    url,
    stop: child.stop,
    async fire(alerts) {
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`${url}/api/v2/alerts`, { method: "POST", headers, body: JSON.stringify(alerts) });
      if (!answer.ok) throw new Error(`Alertmanager took no alerts: ${answer.status} ${await answer.text()}`);
    },
  };
}

const isReady = (url: string): Promise<true | undefined> =>
  fetch(`${url}/-/ready`).then(
    ({ ok }) => ok || undefined,
    () => undefined,
  );
