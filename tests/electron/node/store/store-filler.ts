/*
 * A child process on a disk, or under a file size limit, that is too small: commits until one is refused, makes room,
 * commits once more, and prints what happened as one line of JSON. Arguments: directory, and a file whose removal makes room.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { instant } from "../../../../shared/time/instant.ts";
import { verifyJournal } from "../../../../electron/node/store/journal-verify.ts";
import { openStore } from "../../../../electron/node/store/store.ts";

const [dir, ballast] = process.argv.slice(2);
if (dir === undefined) throw new Error("usage: store-filler DIRECTORY [BALLAST]");
const path = join(dir, "baton.db");
const opened = openStore(path, { now: () => instant(0) });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const { store } = opened.value;

const commit = (n: number): ReturnType<typeof store.commit> =>
  store.commit({
    entries: [{ at: instant(n), kind: "filled", body: { n, text: "x".repeat(5_000) } }],
    puts: [{ collection: "fill", id: String(n), version: 1, body: n }],
    removes: [],
  });

let n = 1;
let refused = commit(n);
while (refused.ok && n < 5_000) refused = commit((n += 1));
const kept = store.load();
if (ballast !== undefined) rmSync(ballast);
const again = ballast === undefined ? undefined : commit(n);
store.close();
const verified = verifyJournal(path);
process.stdout.write(JSON.stringify({ n, refused, kept: kept.ok ? kept.value.records.length : kept, again, verified }));
