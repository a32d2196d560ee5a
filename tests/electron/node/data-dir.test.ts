import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ok } from "../../../shared/result.ts";
import { prepareDataDir, usualDataDir } from "../../../electron/node/data-dir.ts";
import { scratchDir } from "../../support/scratch-dir.ts";

it.each([
  ["linux", {}, "/h/alice/.local/share/baton"],
  ["linux", { XDG_DATA_HOME: "/data" }, "/data/baton"],
  ["linux", { XDG_DATA_HOME: "relative" }, "/h/alice/.local/share/baton"],
  ["linux", { XDG_DATA_HOME: "" }, "/h/alice/.local/share/baton"],
  ["freebsd", {}, "/h/alice/.local/share/baton"],
  ["darwin", { XDG_DATA_HOME: "/data" }, "/h/alice/Library/Application Support/Baton"],
] as const)("the usual place on %s with %j is %s", (platform, env, expected) => {
  expect(usualDataDir({ platform, home: "/h/alice", env })).toBe(expected);
});

it("the usual place on Windows is the roaming profile", () => {
  const home = "C:\\Users\\alice";
  expect(usualDataDir({ platform: "win32", home, env: { APPDATA: "D:\\Roaming" } })).toBe("D:\\Roaming\\Baton");
  expect(usualDataDir({ platform: "win32", home, env: {} })).toBe("C:\\Users\\alice\\AppData\\Roaming\\Baton");
});

it.runIf(process.platform !== "win32")(
  "a new directory is its owner's alone, and one that exists keeps its mode",
  () => {
    const parent = scratchDir();
    expect(prepareDataDir(join(parent, "a", "b"))).toEqual(ok(undefined));
    expect(statSync(join(parent, "a", "b")).mode & 0o777).toBe(0o700);
    mkdirSync(join(parent, "shared"), { mode: 0o750 });
    expect(prepareDataDir(join(parent, "shared"))).toEqual(ok(undefined));
    expect(statSync(join(parent, "shared")).mode & 0o777).toBe(0o750);
  },
);

it("a directory that cannot be made is a failure", () => {
  const parent = scratchDir();
  writeFileSync(join(parent, "file"), "");
  expect(prepareDataDir(join(parent, "file", "below"))).toEqual({ ok: false, error: { kind: "io", code: "ENOTDIR" } });
  expect(prepareDataDir(join(parent, "file"))).toEqual({ ok: false, error: { kind: "io", code: "EEXIST" } });
});
