import { mkdirSync, writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { App } from "../../../electron/core/app-types.ts";
import { createCalendarEndpoint } from "../../../electron/node/calendar/calendar-endpoint.ts";
import { readPages } from "../../../electron/node/pages.ts";
import { listen, type Listening } from "../../../electron/browser/server.ts";
import { openSockets, type SocketRules } from "../../../electron/browser/sockets.ts";
import { scratchDir } from "../../support/scratch-dir.ts";

export const token = "t".repeat(43);

/** A renderer of three files. */
export function builtRenderer(): string {
  const dir = scratchDir();
  mkdirSync(join(dir, "assets"));
  writeFileSync(join(dir, "index.html"), "<!doctype html><title>Baton</title>");
  writeFileSync(join(dir, "assets", "main-abc.js"), "export {};");
  writeFileSync(join(dir, "assets", "notes.txt"), "not part of a page");
  return dir;
}

/** The browser host's server around `app`, gone when the test ends. */
export async function serveApp(app: App, rules: Partial<SocketRules> = {}): Promise<Listening> {
  const pages = readPages(builtRenderer());
  if (!pages.ok) throw new Error(pages.error.kind);
  const sockets = openSockets({ app, token, ...rules });
  const listening = await listen(0, {
    pages: pages.value,
    inbox: async (_request, response) => void response.end("inbox"),
    calendar: createCalendarEndpoint(app),
    socket: sockets.accept,
  });
  if (!listening.ok) throw new Error(listening.error.code);
  onTestFinished(async () => {
    await sockets.close();
    await listening.value.close();
  });
  return listening.value;
}

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

export type Question = {
  readonly port: number;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** One request with exactly this path and these headers, neither tidied up as fetch would. */
export const ask = ({ port, path = "/", method = "GET", headers = {} }: Question): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    request.on("error", reject);
    request.end();
  });

/** A connection on which a WebSocket handshake with these headers was sent. */
export function handshake(port: number, headers: Readonly<Record<string, string | undefined>>): Socket {
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  const all: Readonly<Record<string, string | undefined>> = {
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    upgrade: "websocket",
    connection: "Upgrade",
    "sec-websocket-version": "13",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
    "sec-websocket-protocol": `baton.v1, baton.token.${token}`,
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  socket.write(`GET /socket HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  return socket;
}

/** The status line of what comes back. */
export const statusLine = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    socket.once("data", (data: Buffer) => resolve(data.toString("latin1").split("\r\n", 1)[0] ?? ""));
    socket.once("error", reject);
  });
