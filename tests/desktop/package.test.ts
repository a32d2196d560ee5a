import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { listPackage } from "@electron/asar";
import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWith } from "../support/describe-with.ts";

/*
 * The real electron-builder with the real configuration, over a stand-in for Electron's distribution: an executable that is
 * nothing but a fuse wire. What is looked at is all that Baton itself decides about the package.
 */

const repository = resolve(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "baton-package-"));
const app = join(folder, "out/linux-unpacked");
const executable = join(app, "baton");

/** Where @electron/fuses finds the wire; https://www.electronjs.org/docs/latest/tutorial/fuses */
const sentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const fuseCount = 9;

function standInDistribution(): string {
  const dist = join(folder, "electron");
  mkdirSync(join(dist, "resources"), { recursive: true });
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fuseCount]), Buffer.alloc(fuseCount, "1")]);
  writeFileSync(join(dist, "electron"), Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]));
  chmodSync(join(dist, "electron"), 0o755);
  writeFileSync(join(dist, "LICENSE"), "");
  writeFileSync(join(dist, "LICENSES.chromium.html"), "");
  return dist;
}

describeWith(["linux"], "the packaged desktop application for Linux", () => {
  let files: readonly string[];

  beforeAll(async () => {
    const builder = require.resolve("electron-builder/cli.js");
    const settings = { electronDist: standInDistribution(), "directories.output": join(folder, "out") };
    const flags = Object.entries(settings).map(([key, value]) => `-c.${key}=${value}`);
    await promisify(execFile)(
      process.execPath,
      [builder, "--linux", "--x64", "--dir", "--publish", "never", ...flags],
      {
        cwd: repository,
      },
    );
    files = listPackage(join(app, "resources/app.asar"), { isPack: false }).map((path) => path.replaceAll("\\", "/"));
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("holds the desktop host, its preload and the screen", () => {
    expect(files).toEqual(
      expect.arrayContaining([
        "/package.json",
        "/dist/desktop/main.js",
        "/dist/desktop/preload.cjs",
        "/dist/desktop/calendar-worker.js",
        "/dist/desktop/runbook-worker.js",
        "/dist/renderer/index.html",
        "/node_modules/better-sqlite3/lib/index.js",
        "/node_modules/node-notifier/index.js",
      ]),
    );
  });

  it("holds no sources, no tests, no other host and no second Node", () => {
    const top = [...new Set(files.map((path) => path.split("/")[1]))].sort();
    expect(top).toEqual(["assets", "dist", "node_modules", "package.json"]);
    expect(files.filter((path) => /^\/dist\/(browser|cli)\b/.test(path))).toEqual([]);
    expect(
      files.filter((path) => /^\/node_modules\/(node-(linux|win)-|electron(-|\/|$)|vite|react)/.test(path)),
    ).toEqual([]);
    expect(files.filter((path) => path.endsWith(".stamp") || path.endsWith(".ts"))).toEqual([]);
  });

  it("keeps the database's native file of this system beside the archive", () => {
    const prebuilds = join(app, "resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds");
    expect(readdirSync(prebuilds)).toEqual(["linux-x64.node"]);
    expect(statSync(join(prebuilds, "linux-x64.node")).size).toBeGreaterThan(1_000_000);
  });

  it("is no bigger than what it needs", () => {
    expect(statSync(join(app, "resources/app.asar")).size).toBeLessThan(20_000_000);
  });

  it("has its fuses set", async () => {
    expect(existsSync(executable)).toBe(true);
    const wire = await getCurrentFuseWire(executable);
    const on = Object.fromEntries(
      [
        FuseV1Options.RunAsNode,
        FuseV1Options.EnableCookieEncryption,
        FuseV1Options.EnableNodeOptionsEnvironmentVariable,
        FuseV1Options.EnableNodeCliInspectArguments,
        FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
        FuseV1Options.OnlyLoadAppFromAsar,
        FuseV1Options.GrantFileProtocolExtraPrivileges,
      ].map((fuse) => [FuseV1Options[fuse], wire[fuse] === FuseState.ENABLE]),
    );
    expect(on).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      GrantFileProtocolExtraPrivileges: false,
    });
  });
});
