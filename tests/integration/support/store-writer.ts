/*
 * A child process that commits until it is killed. Each commit appends an entry `n` and keeps `n` and its square; once the
 * commit is durable, `n` goes to standard output, so that the parent knows what must not be lost.
 */
import { writeSync } from "node:fs";
import { instant } from "../../../shared/time/instant.ts";
import { openStore } from "../../../electron/node/store/store.ts";

const path = process.argv[2];
if (path === undefined) throw new Error("usage: store-writer FILE");
const opened = openStore(path, { now: () => instant(0) });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const { store, recovered } = opened.value;
if (recovered) throw new Error(`took a whole file for a corrupt one: ${recovered.keptAside}`);

const loaded = store.load();
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const last = loaded.value.records.find((kept) => kept.id === "last")?.body;

for (let n = typeof last === "number" ? last + 1 : 1; ; n += 1) {
  const committed = store.commit({
    entries: [{ at: instant(n), kind: "counted", body: { n } }],
    puts: [
      { collection: "count", id: "last", version: 1, body: n },
      { collection: "count", id: `square-${n % 50}`, version: 1, body: n * n },
    ],
    removes: [],
  });
  if (!committed.ok) throw new Error(JSON.stringify(committed.error));
  writeSync(1, `${n}\n`);
}
