import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { failureLines, readTeamFile } from "../../../../electron/node/team/team-file.ts";
import { scratchDir } from "../../../support/scratch-dir.ts";
import { goodTeam, smallTeam } from "../../../support/team-text.ts";

function written(content: string | Uint8Array): string {
  const path = join(scratchDir(), "team.yaml");
  writeFileSync(path, content);
  return path;
}

const linesOf = (path: string): readonly string[] => {
  const read = readTeamFile(path);
  return read.ok ? [] : failureLines(path, read.error);
};

describe("002-1 a team file on disk", () => {
  test("is read with the digest of its bytes", () => {
    const digest = createHash("sha256").update(smallTeam).digest("hex");
    expect(readTeamFile(written(smallTeam))).toEqual({ ok: true, value: { ...goodTeam(smallTeam), digest } });
  });

  test("with problems has one line for each, under the name of the file alone", () => {
    expect(linesOf(written("baton: 2\nteam: 7\npeople: [{ id: a, name: A }]\n"))).toEqual([
      "team.yaml:1:8: baton: found 2, expected 1",
      "team.yaml:2:7: team: found 7, expected a mapping of keys to values",
    ]);
  });

  test("in another encoding is refused", () => {
    expect(linesOf(written(Buffer.from("name: \u00e9", "latin1")))).toEqual([
      "team.yaml:1:1: found bytes that are not UTF-8, expected UTF-8",
    ]);
    expect(linesOf(written(Buffer.from(smallTeam, "utf16le")))).not.toEqual([]);
  });

  test("larger than 1 MB is refused unread", () => {
    expect(linesOf(written("#".repeat(1_048_577)))).toEqual(["team.yaml: cannot be read: it is larger than 1 MB"]);
  });
});

describe("what is no file", () => {
  test("is named", () => {
    const dir = scratchDir();
    const folder = join(dir, "team.yaml");
    expect(linesOf(folder)).toEqual(["team.yaml: cannot be read: there is no such file"]);
    mkdirSync(folder);
    expect(linesOf(folder)).toEqual(["team.yaml: cannot be read: it is a folder"]);
    expect(linesOf(join(folder, "x", "y.yaml"))).toEqual(["y.yaml: cannot be read: there is no such file"]);
  });

  test("an address is not opened", () => {
    expect(linesOf("https://example.com/team.yaml")).toEqual([
      "team.yaml: cannot be read: it is an address; fetch it to a file first",
    ]);
  });
});
