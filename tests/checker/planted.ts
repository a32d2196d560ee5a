import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const repository = resolve(import.meta.dirname, "../..");

/** All that `npm run check` reads besides the sources themselves. */
const tools = [
  "package.json",
  "tsconfig.json",
  "shared/tsconfig.json",
  "electron/tsconfig.json",
  "electron/build/tsconfig.json",
  "renderer/tsconfig.json",
  "tests/tsconfig.json",
  "tests/mirror.js",
  "eslint.config.js",
  ".dependency-cruiser.mjs",
  ".layers",
  ".prettierrc",
];

/** A project under the repository's own rules, made of the planted files alone. */
export type Planted = {
  /** What one of package.json's scripts says of the project: its exit code and everything that it printed. */
  run(script: string): { readonly exit: number | null; readonly said: string };
  remove(): void;
};

/** Plants files, given as path to text, in a fresh folder with the repository's tools. */
export function plant(files: Readonly<Record<string, string>>): Planted {
  // The real path: a rule for `^shared/` must not be missed because the temporary folder is a link.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "baton-planted-")));
  for (const tool of tools) cpSync(join(repository, tool), join(folder, tool), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"), "junction");
  return {
    run(script) {
      const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", script], {
        cwd: folder,
        encoding: "utf8",
        shell: process.platform === "win32",
        env: { ...process.env, NO_COLOR: "1" },
      });
      return { exit: status, said: stdout + stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
