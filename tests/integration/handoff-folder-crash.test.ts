import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { HandoffReading } from "../../electron/core/ports.ts";
import { handoffFolder } from "../../electron/node/handoff/handoff-folder.ts";
import { eventually } from "../support/eventually.ts";
import { scratchDir } from "../support/scratch-dir.ts";

const writer = join(import.meta.dirname, "support/paper-writer.ts");

test(
  "a folder of handoffs holds whole papers only, however often their writer is killed",
  { timeout: 60_000 },
  async () => {
    const dir = scratchDir();
    for (let round = 0; round < 6; round += 1) {
      const child = spawn(process.execPath, [writer, dir, String(round)], { stdio: "ignore" });
      await eventually("a first paper", () => (papersOf(dir, round).length > 0 ? true : undefined), 20_000);
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    let found: HandoffReading | undefined;
    handoffFolder.watch({ team: join(dir, "team.yaml"), path: "handoffs" }, (reading) => (found = reading))();
    if (found?.kind !== "read") throw new Error("not read");
    const { papers, problems } = found;
    expect(problems).toEqual([]);
    expect(papers.length).toBeGreaterThanOrEqual(6);
    expect(papers.every((paper) => paper.kind === "answer" && paper.answer.word?.length === 1_000)).toBe(true);
  },
);

function papersOf(dir: string, round: number): readonly string[] {
  try {
    return readdirSync(join(dir, "handoffs")).filter((name) => name.startsWith(`round-${round}-`));
  } catch {
    // The writer has not made it yet.
    return [];
  }
}
