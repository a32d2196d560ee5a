import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { paperName, paperText } from "../../../../shared/handoff/paper-file.ts";
import type { Paper } from "../../../../shared/handoff/papers.ts";
import { handoffFolder } from "../../../../electron/node/handoff/handoff-folder.ts";
import type { HandoffReading } from "../../../../electron/core/ports.ts";
import { handoffsContract } from "../../../ports/handoffs.ts";
import { anOffer } from "../../../shared/handoff/any-handoff.ts";
import { eventually } from "../../../support/eventually.ts";
import { memoryHandoffs } from "../../../support/memory-handoffs.ts";
import { scratchDir } from "../../../support/scratch-dir.ts";

const placeIn = (dir: string) => ({ team: join(dir, "team.yaml"), path: "handoffs" });

handoffsContract("a folder", () => ({ handoffs: handoffFolder, place: placeIn(scratchDir()) }));
handoffsContract("memory", () => ({ handoffs: memoryHandoffs(), place: placeIn("/team") }));

const offer = anOffer();
const offered: Paper = { kind: "offer", id: offer.id, offer, report: "# Handoff\n" };

function look(dir: string): Extract<HandoffReading, { kind: "read" }> {
  let found: HandoffReading | undefined;
  handoffFolder.watch(placeIn(dir), (reading) => (found = reading))();
  if (found?.kind !== "read") throw new Error("not read");
  return found;
}

describe("a folder of handoffs", () => {
  it("names each file that is no handoff with the reason, and reads the others", async () => {
    const dir = scratchDir();
    await handoffFolder.write(placeIn(dir), offered);
    const folder = join(dir, "handoffs");
    writeFileSync(join(folder, "README.md"), "# What lies here\n");
    writeFileSync(join(folder, "broken.md"), "---\nkind: [\n---\n");
    writeFileSync(join(folder, "huge.md"), "x".repeat(300_000));
    writeFileSync(join(folder, "newer.md"), "---\nbaton-handoff: 9\n---\n");
    symlinkSync(join(dir, "elsewhere"), join(folder, "link.md"));
    mkdirSync(join(folder, "folder.md"));
    writeFileSync(join(folder, "notes.txt"), "no concern of ours");
    const { papers, problems } = look(dir);
    expect(papers).toEqual([offered]);
    expect(problems).toEqual([
      { name: "README.md", reason: "not-front-matter" },
      { name: "broken.md", reason: "not-yaml" },
      { name: "folder.md", reason: "not-a-file" },
      { name: "huge.md", reason: "too-large" },
      { name: "link.md", reason: "not-a-file" },
      { name: "newer.md", reason: "newer-format" },
    ]);
  });

  it("takes the copy that a synchronising tool makes of a paper for the same paper", async () => {
    const dir = scratchDir();
    await handoffFolder.write(placeIn(dir), offered);
    const folder = join(dir, "handoffs");
    copyFileSync(join(folder, paperName(offered)), join(folder, "a (conflicted copy).md"));
    expect(new Set(look(dir).papers.map((paper) => JSON.stringify(paper)))).toHaveLength(1);
  });

  it("does not read what is being written", async () => {
    const dir = scratchDir();
    mkdirSync(join(dir, "handoffs"));
    writeFileSync(join(dir, "handoffs", `.${paperName(offered)}.1.part`), paperText(offered).slice(0, 40));
    expect(look(dir)).toMatchObject({ papers: [], problems: [] });
    await handoffFolder.write(placeIn(dir), offered);
    expect(look(dir).papers).toEqual([offered]);
  });

  it("says plainly where there is no folder to write to", async () => {
    const dir = scratchDir();
    const place = { team: "https://example.com/team.yaml", path: "handoffs" };
    let found: HandoffReading | undefined;
    handoffFolder.watch(place, (reading) => (found = reading))();
    expect(found).toEqual({ kind: "none", reason: "remote-team" });
    expect(await handoffFolder.write(place, offered)).toEqual({ ok: false, error: { code: "REMOTE" } });
    writeFileSync(join(dir, "handoffs"), "a file in its place");
    expect(look(dir).problems).toEqual([{ name: "", reason: "ENOTDIR" }]);
    expect(await handoffFolder.write(placeIn(dir), offered)).toMatchObject({ ok: false });
  });

  it("sees a folder that is made only later", async () => {
    const dir = scratchDir();
    const seen: HandoffReading[] = [];
    onTestFinished(handoffFolder.watch(placeIn(dir), (reading) => seen.push(reading)));
    await handoffFolder.write(placeIn(dir), offered);
    await eventually("the paper", () => {
      const last = seen.at(-1);
      return last?.kind === "read" && last.papers.length === 1 ? last : undefined;
    });
  });
});
