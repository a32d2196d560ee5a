import { readFileSync } from "node:fs";
import { ok } from "../../shared/result.ts";
import { cpuOf } from "./measure.ts";
import { openPolledApp } from "./polled-app.ts";
import { serveSteps } from "./stepper.ts";

/* Baton's work for a poll: from the bytes of the body, which the file named by an input holds, until the screen is told. */

let body = Buffer.alloc(0);
const headers = { "content-type": "application/json" };
const app = openPolledApp({ request: async () => ok({ status: 200, headers, body }) }, "http://127.0.0.1:9093");

serveSteps((files) => {
  const bodies = files.map((file) => readFileSync(file));
  return cpuOf(async () => {
    for (body of bodies) await app.poll();
  });
});
