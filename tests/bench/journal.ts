import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../electron/node/store/store.ts";
import { instant } from "../../shared/time/instant.ts";
import type { Bench } from "./bench.ts";
import { compared } from "./figure.ts";
import { withFolder } from "./folder.ts";
import { median, timeOf } from "./measure.ts";

const warmUp = 100;
const rounds = 500;

/** One line of the journal made durable, beside a bare write and fsync of the same line on the same file system. */
export const journal: Bench = {
  name: "journal",
  needs: [],
  run: () => withFolder(measure),
};

async function measure(folder: string) {
  const opened = openStore(join(folder, "baton.db"), { now: () => instant(0) });
  if (!opened.ok) throw new Error(`no store: ${opened.error.kind}`);
  const { store } = opened.value;
  const file = openSync(join(folder, "bare"), "w");
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const entry = { at: instant(round), kind: "acknowledge", body: { by: "alice", incidents: [`incident-${round}`] } };
    const line = `${JSON.stringify(entry)}\n`;
    const commit = await timeOf(() => {
      if (!store.commit({ entries: [entry], puts: [], removes: [] }).ok) throw new Error("not committed");
    });
    const write = await timeOf(() => {
      writeSync(file, line);
      fsyncSync(file);
    });
    if (round < warmUp) continue;
    ours.push(commit);
    bare.push(write);
  }
  closeSync(file);
  store.close();
  const peer = { name: "write and fsync of the same line", value: median(bare) };
  return [compared({ name: "journal-event", value: median(ours), unit: "ms" }, peer, 3)];
}
