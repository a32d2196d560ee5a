import { Agent, get } from "node:http";
import { timeOf } from "./measure.ts";
import { serveSteps } from "./stepper.ts";

/* The floor: the bytes of the same list fetched over a connection that is kept, and nothing done with them. */

const url = `${process.argv[2] ?? ""}/api/v2/alerts`;
const agent = new Agent({ keepAlive: true });

const fetchBytes = (): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(void Buffer.concat(chunks)));
    }).on("error", reject);
  });

serveSteps(() => timeOf(fetchBytes));
