import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { err, ok, type Result } from "../../shared/result.ts";

export type Page = { readonly type: string; readonly body: Buffer; readonly etag: string };

/** The built renderer, by request path. Only what was there at the start can be asked for, so no path leads elsewhere. */
export type Pages = ReadonlyMap<string, Page>;

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Reads every file below `dir` of a type that a page is made of. `not-built` where there is no `index.html`. */
export function readPages(dir: string): Result<Pages, { readonly kind: "not-built" }> {
  if (!existsSync(dir)) return err({ kind: "not-built" });
  const pages = new Map<string, Page>();
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    pages.set(path.slice(dir.length).split(sep).join("/"), pageOf(type, readFileSync(path)));
  }
  const index = pages.get("/index.html");
  return index === undefined ? err({ kind: "not-built" }) : ok(pages.set("/", index));
}

const pageOf = (type: string, body: Buffer): Page => ({
  type,
  body,
  etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
});
