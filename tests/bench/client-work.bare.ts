import { readFileSync } from "node:fs";
import { cpuOf } from "./measure.ts";
import { serveSteps } from "./stepper.ts";

/* The floor: the bytes of the same body made into values, and nothing done with them. */

serveSteps((files) => {
  const bodies = files.map((file) => readFileSync(file));
  return cpuOf(() => {
    for (const body of bodies) JSON.parse(body.toString());
  });
});
