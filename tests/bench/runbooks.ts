import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenRunbooks } from "../../electron/core/runbook-port.ts";
import { createHttp } from "../../electron/node/http.ts";
import { runbooksOnDisk } from "../../electron/node/runbooks.ts";
import { instant } from "../../shared/time/instant.ts";
import type { Bench } from "./bench.ts";
import { absolute, compared } from "./figure.ts";
import { withFolder } from "./folder.ts";
import { median, quantile, timeOf } from "./measure.ts";
import { runbookText } from "./runbook-text.ts";

const count = 2_000;
/** What runbooks that people write weigh; in bytes. */
const size = 6_000;
const rounds = 5;
const searches = ["ledger", "region 7", "backfill checksum", "finance ops", "wrong curren", "delte the second batch"];

/** A folder of runbooks, from opening it until it is listed, beside reading its files; and a search over all of them. */
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
    listed.push(
      await timeOf(async () => {
        const open = await listing(folder, http);
        open.close();
      }),
    );
  }
  const open = await listing(folder, http);
  const searchable = await timeOf(async () => void (await open.search("ledger")));
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const text of searches) found.push(await timeOf(async () => void (await open.search(text))));
  }
  open.close();
  http.dispose();
  const peer = { name: "reading the files", value: median(bare) };
  return [
    compared({ name: "runbook-index", value: median(listed), unit: "ms" }, peer, 2),
    absolute({ name: "runbook-searchable", value: searchable, unit: "ms" }),
    absolute({ name: "runbook-search", value: quantile(found, 0.95), unit: "ms" }, 16),
  ];
}

/** Opens the folder, and waits until all of it is listed. */
function listing(folder: string, http: ReturnType<typeof createHttp>): Promise<OpenRunbooks> {
  const clock = { now: () => instant(Date.now()) };
  const place = { teamPath: join(folder, "team.yaml"), folder: "./runbooks", named: [], sample: false };
  return new Promise((resolve) => {
    const open: OpenRunbooks = runbooksOnDisk({ http, clock }).open(place, () => {
      if (open.index().state === "ready" && open.index().runbooks.length === count) resolve(open);
    });
  });
}

/** The fastest way that Node has, which keeps everything else waiting meanwhile. */
function readAll(dir: string): void {
  for (const name of readdirSync(dir)) {
    if (readFileSync(join(dir, name), "utf8").length === 0) throw new Error("an empty file");
  }
}
