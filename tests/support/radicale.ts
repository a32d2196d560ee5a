import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { eventually } from "./eventually.ts";
import { freePort } from "./free-port.ts";
import { scratchDir } from "./scratch-dir.ts";

/* A real CalDAV server, Debian's radicale, on loopback. Only the process started here is ever stopped. */

export type Radicale = {
  /** Sends one CalDAV request as the only user, and gives status and body. */
  send(method: string, path: string, parts?: RequestParts): Promise<{ readonly status: number; readonly body: string }>;
};

type RequestParts = { readonly body?: string; readonly headers?: Readonly<Record<string, string>> };

export async function startRadicale(): Promise<Radicale> {
  const dir = scratchDir();
  const port = await freePort();
  mkdirSync(join(dir, "collections"));
  writeFileSync(
    join(dir, "config"),
    [
      "[server]",
      `hosts = 127.0.0.1:${String(port)}`,
      "[auth]",
      "type = none",
      "[storage]",
      `filesystem_folder = ${join(dir, "collections")}`,
      "[logging]",
      "level = warning",
      "",
    ].join("\n"),
  );
  const server = spawn("radicale", ["--config", join(dir, "config")], { stdio: "ignore" });
  onTestFinished(async () => {
    if (server.exitCode !== null) return;
    server.kill();
    await once(server, "exit");
  });
  const authorization = `Basic ${Buffer.from("baton:any").toString("base64")}`;
  const send: Radicale["send"] = async (method, path, { body, headers = {} } = {}) => {
    const response = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
      method,
      headers: { authorization, ...headers },
      ...(body !== undefined && { body }),
    });
    return { status: response.status, body: await response.text() };
  };
  // Asking for it makes the collection of the user.
  await eventually(
    "an answer of radicale",
    async () => {
      const answer = await send("PROPFIND", "/baton/", { headers: { depth: "0" } }).catch(() => undefined);
      return answer?.status === 207 || undefined;
    },
    20_000,
  );
  return { send };
}
