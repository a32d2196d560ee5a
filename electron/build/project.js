import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The repository's root, absolute. */
export const root = resolve(import.meta.dirname, "../..");

/** @param {string} path relative to the root */
export const inProject = (path) => join(root, path);

/** The version that package.json declares; built code sees it as the constant `BATON_VERSION`. */
export function projectVersion() {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(inProject("package.json"), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) return String(manifest.version);
  throw new Error("package.json declares no version");
}
