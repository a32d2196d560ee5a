import { createServer, type Server } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";

const root = resolve(import.meta.dirname, "../../..");

/** A page made of the renderer's sources, built and served over loopback under the policy that Baton's own hosts send. */
export type BuiltPage = { readonly url: string; close(): Promise<void> };

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Builds the page whose `index.html` lies in `folder`, relative to the repository, and serves it on a free port. */
export async function openBuiltPage(folder: string): Promise<BuiltPage> {
  const outDir = join(root, "node_modules/.cache/pages", folder);
  await build({
    configFile: false,
    root: join(root, folder),
    base: "./",
    logLevel: "error",
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: "chrome120", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
  return serve(outDir);
}

async function serve(dir: string): Promise<BuiltPage> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = join(dir, path === "/" ? "index.html" : path);
    const type = types[extname(file)];
    const found = type !== undefined && file.startsWith(dir + sep) && existsSync(file);
    if (!found) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(readFileSync(file));
  });
  await listening(server);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const listening = (server: Server): Promise<void> => new Promise((ready) => void server.listen(0, "127.0.0.1", ready));
