import { mkdirSync, writeFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { OpenRunbooks } from "../../electron/core/runbook/runbook-port.ts";
import { createHttp } from "../../electron/node/http/http.ts";
import { httpDocument } from "../../electron/providers/http/document.ts";
import { runbooksOnDisk } from "../../electron/node/runbook/runbooks.ts";
import { instant } from "../../shared/time/instant.ts";
import type { Bench } from "./bench.ts";
import { absolute, compared } from "./figure.ts";
import { withFolder } from "./folder.ts";
import { median, timeOf } from "./measure.ts";
import { runbookText } from "./runbook-text.ts";

const count = 2_000;
/** What runbooks that people write weigh; in bytes. */
const size = 6_000;
/** The largest that is read; in bytes. */
const largest = 1_000_000;
const clock = { now: () => instant(Date.now()) };
/** Files that the peer reads at the same time. */
const atOnce = 32;
const rounds = 9;
const searches = ["ledger", "region 7", "backfill checksum", "finance ops", "wrong curren", "delte the second batch"];

/** A folder of runbooks, from opening it until it is listed, beside reading its files; a search over all of them; and reading a large one. */
export const runbooks: Bench = { name: "runbooks", needs: [], run: () => withFolder(measure) };

async function measure(folder: string) {
  const dir = join(folder, "runbooks");
  mkdirSync(dir);
  for (let index = 0; index < count; index += 1) {
    const text = runbookText(size).replaceAll("Ledger", `Ledger ${index}`);
    writeFileSync(join(dir, `${String(index).padStart(4, "0")}.md`), text);
  }
  const http = createHttp();
  const listed: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await timeOf(() => readAll(dir)));
    listed.push(await timeOf(async () => (await listing(folder, http)).close()));
  }
  const open = await listing(folder, http);
  const search = async (text: string): Promise<void> => {
    await open.search(text);
  };
  const searchable = await timeOf(() => search("ledger"));
  const found = new Map(searches.map((text): [string, number[]] => [text, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [text, times] of found) times.push(await timeOf(() => search(text)));
  }
  const slowest = Math.max(...[...found.values()].map(median));
  open.close();
  const stop = await longestStop(() =>
    runbooksOnDisk({ http, clock, documents: httpDocument }).parse(runbookText(largest), "bench"),
  );
  http.dispose();
  const peer = { name: "reading the files", value: median(bare) };
  return [
    compared({ name: "runbook-index", value: median(listed), unit: "ms" }, peer, 2),
    absolute({ name: "runbook-searchable", value: searchable, unit: "ms" }),
    absolute({ name: "runbook-search", value: slowest, unit: "ms" }, 16),
    absolute({ name: "runbook-stop", value: stop, unit: "ms" }, 50),
  ];
}

/** How long nothing else of the host was done, at the longest, while it reads a text. */
async function longestStop(read: () => Promise<unknown>): Promise<number> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await read();
  delays.disable();
  return delays.max / 1e6;
}

/** Opens the folder, and waits until all of it is listed. */
function listing(folder: string, http: ReturnType<typeof createHttp>): Promise<OpenRunbooks> {
  const place = { teamPath: join(folder, "team.yaml"), folder: "./runbooks", named: [], sample: false };
  return new Promise((resolve) => {
    const open: OpenRunbooks = runbooksOnDisk({ http, clock, documents: httpDocument }).open(place, () => {
      if (open.index().state === "ready" && open.index().runbooks.length === count) resolve(open);
    });
  });
}

/** As a program reads that has other things to do meanwhile. */
async function readAll(dir: string): Promise<void> {
  const names = await readdir(dir);
  for (let start = 0; start < names.length; start += atOnce) {
    const some = names.slice(start, start + atOnce);
    const texts = await Promise.all(some.map((name) => readFile(join(dir, name), "utf8")));
    if (texts.includes("")) throw new Error("an empty file");
  }
}
