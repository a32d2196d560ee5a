import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startChild } from "../support/desktop/child.ts";
import { eventually } from "../support/eventually.ts";
import type { Bench } from "./bench.ts";
import { alertsBody } from "./bodies.ts";
import { compared } from "./figure.ts";
import { withFolder } from "./folder.ts";
import { startHost } from "./host-process.ts";
import { serveAlerts } from "./server.ts";

const alerts = 10_000;
const interval = 10_000;
const watched = 60_000;
/** Both have answered twice by then, and the compiler and the collector have done what the first answer gave them to do. */
const settling = interval + 5_000;

/** What watching costs while nothing happens, beside the least that a poller can do; both at the same time. */
export const idleCpu: Bench = {
  name: "idle-cpu",
  needs: ["linux"],
  run: () => withFolder(measure),
};

async function measure(folder: string) {
  const body = alertsBody(alerts, { round: 0, repeated: 1 });
  const server = await serveAlerts(() => body);
  const host = await startHost({ folder, alertmanager: { url: server.url, poll: `${interval / 1000}s` } });
  const program = fileURLToPath(new URL("minimal-poller.ts", import.meta.url));
  const poller = await startChild(process.execPath, [program, server.url, String(interval)], { env: process.env });
  try {
    await eventually("both to have asked", () => server.asked() >= 2 || undefined, 20_000);
    await pause(settling);
    const before = { host: cpuOf(host.pid), poller: cpuOf(poller.pid) };
    await pause(watched);
    const value = cpuOf(host.pid) - before.host;
    const peer = { name: "minimal poller with the byte compare", value: cpuOf(poller.pid) - before.poller };
    return [compared({ name: "idle-cpu", value, unit: "ms of CPU" }, peer, 1.5)];
  } finally {
    await Promise.all([host.stop(), poller.stop()]);
    await server.close();
  }
}

/** Milliseconds per clock tick of /proc, which Linux fixes at 100 a second for programs (proc(5), sysconf(3)). */
const tick = 10;

/** Milliseconds of processor time that a process has used, in the system too. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the program's name in brackets, with whatever it holds; the 14th and 15th are utime and stime.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tick;
}
