import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyJournal } from "../../electron/node/store/journal-verify.ts";
import { openStore } from "../../electron/node/store/store.ts";
import type { Result } from "../../shared/result.ts";
import { instant } from "../../shared/time/instant.ts";
import { scratchDir } from "../support/scratch-dir.ts";

const writer = join(import.meta.dirname, "support/store-writer.ts");

const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test(
  "a store that is killed 30 times in the middle of writing has lost nothing committed, and its chain holds",
  { timeout: 60_000 },
  async () => {
    const path = join(scratchDir(), "baton.db");
    let committed = 0;
    for (let round = 0; round < 30; round += 1) {
      committed = await writeAndKill(path, { atLeast: committed + 3 + round });
    }

    const { store, recovered } = value(openStore(path, { now: () => instant(0) }));
    expect(recovered).toBeUndefined();
    const last = Number(value(store.load()).records.find((kept) => kept.id === "last")?.body);
    store.close();
    // A commit may have been durable before the child could say so.
    expect([committed, committed + 1]).toContain(last);
    expect(value(verifyJournal(path)).entries).toBe(last);
  },
);

/** Starts a writer, kills it once it has committed `atLeast`, and gives the last number that it said was durable. */
async function writeAndKill(path: string, { atLeast }: { readonly atLeast: number }): Promise<number> {
  const child = spawn(process.execPath, [writer, path], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let complaints = "";
  child.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (lastSaid(said) >= atLeast) child.kill("SIGKILL");
  });
  await once(child, "close");
  expect(complaints).toBe("");
  return lastSaid(said);
}

const lastSaid = (said: string): number => Number(said.slice(0, said.lastIndexOf("\n")).split("\n").at(-1) ?? 0);
