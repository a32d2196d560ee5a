import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ok } from "../../../shared/result.ts";
import { instant } from "../../../shared/time/instant.ts";
import { openDocuments } from "../../../electron/node/documents.ts";
import type { Documents } from "../../../electron/core/ports.ts";
import { documentsContract } from "../../ports/documents.ts";
import { memoryDocuments } from "../../support/memory-documents.ts";
import { scratchDir } from "../../support/scratch-dir.ts";

const now = (): ReturnType<typeof instant> => instant(Date.UTC(2027, 0, 4, 8));

function open(dir: string, aside: string[] = []): Documents {
  const opened = openDocuments(dir, { now, onKeptAside: (path) => aside.push(path) });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

documentsContract("a file", () => open(scratchDir()));
documentsContract("memory", () => memoryDocuments());

describe("documents in a file", () => {
  it("are there after a restart, in a file that only its owner reads", () => {
    const dir = scratchDir();
    open(dir).write("settings", { me: "alice" });
    expect(open(dir).read("settings")).toEqual({ me: "alice" });
    expect(statSync(join(dir, "documents.json")).mode & 0o777).toBe(0o600);
  });

  it.each(["{ broken", "", "null", "[1]", '"text"'])("keep a file that says %j aside, and begin anew", (text) => {
    const dir = scratchDir();
    const path = join(dir, "documents.json");
    writeFileSync(path, text);
    const aside: string[] = [];
    const documents = open(dir, aside);
    expect(aside).toEqual([`${path}.corrupt-2027-01-04T08-00-00.000Z`]);
    expect(readFileSync(aside[0]!, "utf8")).toBe(text);
    expect(documents.read("settings")).toBeUndefined();
    expect(documents.write("settings", 1)).toEqual(ok(undefined));
    expect(open(dir).read("settings")).toBe(1);
  });

  it("find at the next write that somebody broke the file, and lose neither theirs nor ours", () => {
    const dir = scratchDir();
    const aside: string[] = [];
    const documents = open(dir, aside);
    documents.write("settings", 1);
    writeFileSync(join(dir, "documents.json"), "{ broken");
    expect(documents.write("window", 2)).toEqual(ok(undefined));
    expect(documents.read("window")).toBe(2);
    expect(aside.map((path) => readFileSync(path, "utf8"))).toEqual(["{ broken"]);
  });

  it("refuse a write where there is no place, and say why", () => {
    const dir = scratchDir();
    const documents = open(dir);
    rmSync(dir, { recursive: true });
    writeFileSync(dir, "in the way");
    expect(documents.write("settings", 1)).toMatchObject({ ok: false, error: { kind: "io" } });
  });
});
