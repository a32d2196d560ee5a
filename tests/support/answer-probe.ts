import { once } from "node:events";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { originSocket } from "./origin-socket.ts";

/*
 * Asks a host something small, again and again, from a thread of its own: a test that is busy with what the host sends
 * would take its own slowness for the host's.
 */

export type AnswerProbe = {
  /** The longest that an answer took, in ms, since the probe was started. */
  stop(): Promise<number>;
};

/** Asks the host at this address, as `--print-url` gives it. Resolves once the first answer is there. */
export async function startAnswerProbe(url: string): Promise<AnswerProbe> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { url } });
  await once(worker, "message");
  return {
    async stop() {
      const told = once(worker, "message") as Promise<[number]>;
      worker.postMessage("stop");
      const [slowest] = await told;
      await worker.terminate();
      return slowest;
    },
  };
}

async function probe(url: string): Promise<void> {
  const { origin, hash } = new URL(url);
  const token = new URLSearchParams(hash.slice(1)).get("token") ?? "";
  const Socket = originSocket(origin);
  const socket = new Socket(`${origin.replace("http", "ws")}/socket`, ["baton.v1", `baton.token.${token}`]);
  let slowest = 0;
  let id = 0;
  let asked = 0;
  const ask = (): void => {
    id += 1;
    asked = performance.now();
    socket.send(JSON.stringify({ id, command: "incident", input: { id: "none" } }));
  };
  socket.addEventListener("open", ask);
  socket.addEventListener("message", () => {
    slowest = Math.max(slowest, performance.now() - asked);
    if (id === 1) parentPort?.postMessage("ready");
    setTimeout(ask, 2);
  });
  await once(parentPort!, "message");
  // The answer that is still awaited counts as well.
  parentPort?.postMessage(Math.max(slowest, id === 0 ? 0 : performance.now() - asked));
}

if (!isMainThread) await probe((workerData as { readonly url: string }).url);
