import { setTimeout as pause } from "node:timers/promises";

/*
 * node minimal-poller.ts URL MILLISECONDS
 *
 * The least that a poller can do: it asks again and again, and looks whether the answer is byte for byte the one before.
 */

const [url = "", every = "10000"] = process.argv.slice(2);
let last = Buffer.alloc(0);
for (;;) {
  const body = Buffer.from(await (await fetch(url)).arrayBuffer());
  if (Buffer.compare(last, body) !== 0) last = body;
  await pause(Number(every));
}
