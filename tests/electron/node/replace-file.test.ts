import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { digestOf, replaceFile } from "../../../electron/node/replace-file.ts";
import { scratchDir } from "../../support/scratch-dir.ts";

function aFile(text = "old\n"): string {
  const path = join(scratchDir(), "team.yaml");
  writeFileSync(path, text);
  return path;
}

const replace = (path: string, from = "old\n") => replaceFile(path, { text: "new\n", expected: digestOf(from) });

test("all of the file is replaced, its mode stays, and nothing is left beside it", () => {
  const path = aFile();
  chmodSync(path, 0o664);
  expect(replace(path)).toEqual({ ok: true, value: undefined });
  expect(readFileSync(path, "utf8")).toBe("new\n");
  expect(statSync(path).mode & 0o777).toBe(0o664);
  expect(readdirSync(join(path, ".."))).toEqual(["team.yaml"]);
});

test("a link stays a link, and the file that it leads to is replaced", () => {
  const path = aFile();
  const link = join(scratchDir(), "linked.yaml");
  symlinkSync(path, link);
  expect(replace(link)).toEqual({ ok: true, value: undefined });
  expect(readFileSync(path, "utf8")).toBe("new\n");
  expect(statSync(link).ino).toBe(statSync(path).ino);
});

test("a file that somebody has changed meanwhile is left as it is", () => {
  const path = aFile("old, and more\n");
  expect(replace(path)).toEqual({ ok: false, error: { kind: "changed" } });
  expect(readFileSync(path, "utf8")).toBe("old, and more\n");
  expect(readdirSync(join(path, ".."))).toEqual(["team.yaml"]);
});

test("a read-only file is left as it is, though its folder would allow more", () => {
  const path = aFile();
  chmodSync(path, 0o444);
  expect(replace(path)).toMatchObject({ ok: false, error: { kind: "read-only" } });
  expect(readFileSync(path, "utf8")).toBe("old\n");
});

test("a file that is not there stays so", () => {
  expect(replace(join(scratchDir(), "team.yaml"))).toMatchObject({ ok: false, error: { kind: "io", code: "ENOENT" } });
});

test("while somebody else writes, this one waits for another time; a draft that was left behind is in nobody's way", () => {
  const path = aFile();
  const draft = join(path, "..", ".team.yaml.baton-draft");
  writeFileSync(draft, "half of");
  expect(replace(path)).toMatchObject({ ok: false, error: { kind: "busy" } });
  expect(readFileSync(path, "utf8")).toBe("old\n");
  const earlier = new Date(statSync(draft).mtimeMs - 60_000);
  utimesSync(draft, earlier, earlier);
  expect(replace(path)).toEqual({ ok: true, value: undefined });
  expect(readFileSync(path, "utf8")).toBe("new\n");
});
