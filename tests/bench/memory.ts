import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { manyRawAlerts } from "../support/alerts.ts";
import { eventually } from "../support/eventually.ts";
import type { Bench } from "./bench.ts";
import { absolute } from "./figure.ts";
import { withFolder } from "./folder.ts";
import { openScreen, startHost, type Host, type HostScreen } from "./host-process.ts";
import { median } from "./measure.ts";
import { serveAlerts, type AlertServer } from "./server.ts";

const alerts = 1_000;
const polls = 1_000;
/** Alerts that end, and others that begin, from one poll to the next. */
const turnover = 10;
/** By then as many incidents have ended as are kept, and the compiler has seen everything. */
const warmUp = 500;
const batch = 100;

/** What every alert of one list says, and each list otherwise. */
const updatedAt = /(?<="updatedAt":")[^"]+/g;

/** How much the real host grows over a thousand polls that all bring something new, with a screen connected. */
export const memory: Bench = {
  name: "memory",
  needs: ["linux"],
  run: () => withFolder(measure),
};

async function measure(folder: string) {
  const all = manyRawAlerts(alerts + (warmUp + polls + 1) * turnover).map((alert) => JSON.stringify(alert));
  const bodyOf = (poll: number): Buffer => {
    const firing = all.slice(poll * turnover, poll * turnover + alerts).join(",");
    return Buffer.from(`[${firing.replaceAll(updatedAt, new Date(Date.UTC(2027, 0, 4, 9, 0, poll)).toISOString())}]`);
  };
  const server: AlertServer = await serveAlerts(() => bodyOf(server.asked()));
  const alertmanager = { url: server.url, poll: "1h" };
  const host = await startHost({ folder, alertmanager, nodeArgs: ["--inspect=127.0.0.1:0"] });
  const screen = await openScreen(host);
  try {
    const before = await memoryAfter(warmUp, { host, server, screen });
    const after = await memoryAfter(polls, { host, server, screen });
    return [
      absolute({ name: "memory-growth", value: after.resident - before.resident, unit: "MB" }, 5),
      absolute({ name: "heap-growth", value: after.heap - before.heap, unit: "MB" }),
      absolute({ name: "memory", value: after.resident, unit: "MB" }),
    ];
  } finally {
    screen.close();
    await host.stop();
    await server.close();
  }
}

type Polled = { readonly server: AlertServer; readonly screen: HostScreen };

/** Polls in batches; the middle of what the last batches left behind, because the collector keeps now more, now less in reserve. */
async function memoryAfter(count: number, { host, ...polled }: Polled & { readonly host: Host }): Promise<Memory> {
  const readings: Memory[] = [];
  for (let left = count; left > 0; left -= batch) {
    await pollTimes(Math.min(batch, left), polled);
    readings.push(await settled(host));
  }
  const last = readings.slice(-3);
  return { resident: median(last.map(({ resident }) => resident)), heap: median(last.map(({ heap }) => heap)) };
}

/** Asks for the next poll as soon as the one before is done. */
async function pollTimes(count: number, { server, screen }: Polled): Promise<void> {
  const end = server.asked() + count;
  while (server.asked() < end) {
    const asked = server.asked();
    await eventually("the source to be free", async () => {
      const reply = (await screen.request("retry-source", { source: "prod" })) as Reply;
      return reply.value?.kind === "done" || undefined;
    });
    await eventually("the next question", () => server.asked() > asked || undefined);
  }
}

type Reply = { readonly value?: { readonly kind: string } };
type Memory = { readonly resident: number; readonly heap: number };

/**
 * Megabytes of the host once everything that nobody refers to has been collected, as its debugger asks it to, and the
 * memory that this leaves empty has gone back to the system, which takes some seconds.
 */
async function settled(host: Host): Promise<Memory> {
  const inspector = await openInspector(host);
  let memory: Memory = { resident: Infinity, heap: 0 };
  for (
    let reading = 0, before = Infinity;
    reading < mostReadings && (reading < 3 || falls(before, memory));
    reading += 1
  ) {
    before = memory.resident;
    await inspector.ask("HeapProfiler.collectGarbage");
    await pause(500);
    const { usedSize } = (await inspector.ask("Runtime.getHeapUsage")) as { readonly usedSize: number };
    memory = { resident: residentOf(host.pid), heap: usedSize / 1e6 };
  }
  inspector.close();
  return memory;
}

const mostReadings = 15;
const falls = (before: number, { resident }: Memory): boolean => resident < before - 0.2;

function residentOf(pid: number): number {
  const [, kilobytes = "0"] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return (Number(kilobytes) * 1024) / 1e6;
}

type Inspector = { ask(method: string): Promise<unknown>; close(): void };

/** The Chrome DevTools protocol at the address that Node prints on standard error. */
async function openInspector(host: Host): Promise<Inspector> {
  const address = await eventually("the debugger", () => /ws:\/\/\S+/.exec(host.said())?.[0]);
  const socket = new WebSocket(address);
  const waiting = new Map<number, (result: unknown) => void>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { readonly id: number; readonly result?: unknown };
    waiting.get(id)?.(result);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error("the debugger's socket did not open")));
  });
  return {
    ask: (method) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        socket.send(JSON.stringify({ id: last, method }));
      }),
    close: () => socket.close(),
  };
}
