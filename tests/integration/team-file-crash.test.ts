import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchDir } from "../support/scratch-dir.ts";
import { addedLine, weeklyFile } from "../support/weekly-file.ts";

const writer = join(import.meta.dirname, "support/team-file-writer.ts");
const changed = weeklyFile.replace("# Bob was ill\n", `# Bob was ill\n${addedLine}`);

/** Kills the writer after some of its writes, at whatever it does then. */
async function killed(path: string, writes: number): Promise<void> {
  const child = spawn(process.execPath, [writer, path], { stdio: ["ignore", "pipe", "inherit"] });
  let seen = 0;
  for await (const part of child.stdout) {
    seen += String(part).length;
    if (seen >= writes) break;
  }
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

test(
  "a writer that is killed at any moment leaves the file as it was or as it was to be",
  { timeout: 120_000 },
  async () => {
    const path = join(scratchDir(), "team.yaml");
    const draft = join(path, "..", ".team.yaml.baton-draft");
    let betweenDraftAndRename = 0;
    for (let round = 0; round < 12 || (betweenDraftAndRename === 0 && round < 60); round += 1) {
      writeFileSync(path, weeklyFile);
      await killed(path, 1 + (round % 7));
      expect([weeklyFile, changed]).toContain(readFileSync(path, "utf8"));
      if (existsSync(draft)) betweenDraftAndRename += 1;
      rmSync(draft, { force: true });
    }
    expect(betweenDraftAndRename).toBeGreaterThan(0);
  },
);
