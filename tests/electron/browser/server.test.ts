import { networkInterfaces } from "node:os";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPages } from "../../../electron/node/pages.ts";
import { listen } from "../../../electron/browser/server.ts";
import { scratchDir } from "../../support/scratch-dir.ts";
import { scriptedApp } from "../../support/scripted-app.ts";
import { ask, handshake, serveApp, statusLine } from "./browser-server.ts";

describe("the browser host's pages", () => {
  it("are served under a policy that lets them load and reach their own host only", async () => {
    const { port } = await serveApp(scriptedApp());
    const { status, headers, body } = await ask({ port });
    expect([status, body]).toEqual([200, "<!doctype html><title>Baton</title>"]);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self' ws://127.0.0.1:${port}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
  });

  it("come with their type and length, and not again while they are unchanged", async () => {
    const { port } = await serveApp(scriptedApp());
    const first = await ask({ port, path: "/assets/main-abc.js" });
    expect([first.status, first.headers["content-type"], first.headers["content-length"], first.body]).toEqual([
      200,
      "text/javascript; charset=utf-8",
      "10",
      "export {};",
    ]);
    const headers = { "if-none-match": first.headers.etag ?? "" };
    expect(await ask({ port, path: "/assets/main-abc.js", headers })).toMatchObject({ status: 304, body: "" });
    expect(await ask({ port, method: "HEAD" })).toMatchObject({ status: 200, body: "" });
    expect(await ask({ port, path: "/?query" })).toMatchObject({ status: 200 });
  });

  it.each([
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%2f..%2fetc%2fpasswd",
    "/assets/../index.html",
    "/assets",
    "/assets/notes.txt",
    "//index.html",
    "/index.html/",
    "/index.html%00.js",
    "/..\\..\\windows\\win.ini",
    "/__proto__",
    "/socket",
    "http://example.com/",
  ])("has nothing at %s", async (path) => {
    const { port } = await serveApp(scriptedApp());
    const { status, headers, body } = await ask({ port, path });
    expect([status, body]).toEqual([404, "There is nothing here. Baton is at /.\n"]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])("refuses %s", async (method) => {
    const { port } = await serveApp(scriptedApp());
    expect(await ask({ port, method })).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  });

  it("must have been built", () => {
    const dir = scratchDir();
    expect(readPages(dir)).toEqual({ ok: false, error: { kind: "not-built" } });
    expect(readPages(join(dir, "none"))).toEqual({ ok: false, error: { kind: "not-built" } });
  });
});

describe("the browser host's address", () => {
  it.each([
    "localhost:PORT",
    "127.0.0.1",
    "127.0.0.1:1",
    "evil.example:PORT",
    "127.0.0.1:PORT.evil.example",
    "[::1]:PORT",
  ])("is not %s", async (host) => {
    const { port } = await serveApp(scriptedApp());
    const { status, body } = await ask({ port, headers: { host: host.replace("PORT", String(port)) } });
    expect([status, body]).toEqual([421, `Open http://127.0.0.1:${port}/ instead.\n`]);
  });

  it("is reached from this machine's loopback alone", async () => {
    const { port } = await serveApp(scriptedApp());
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => !address.internal && address.family === "IPv4");
    for (const { address } of others) expect(await canConnect(address, port)).toBe(false);
    expect(await canConnect("127.0.0.1", port)).toBe(true);
  });

  it("has the inbox at /inbox, whatever the method", async () => {
    const { port } = await serveApp(scriptedApp());
    expect(await ask({ port, path: "/inbox", method: "POST" })).toMatchObject({ status: 200, body: "inbox" });
    expect(await ask({ port, path: "/inbox/" })).toMatchObject({ status: 404 });
  });

  it("that is taken is said so", async () => {
    const { port } = await serveApp(scriptedApp());
    const parts = {
      pages: new Map(),
      inbox: async () => undefined,
      calendar: () => undefined,
      socket: () => undefined,
    };
    expect(await listen(port, parts)).toEqual({ ok: false, error: { kind: "port-taken", code: "EADDRINUSE" } });
  });
});

describe("a WebSocket handshake", () => {
  it("is completed with the right Host, Origin and subprotocols", async () => {
    const { port } = await serveApp(scriptedApp());
    expect(await statusLine(handshake(port, {}))).toBe("HTTP/1.1 101 Switching Protocols");
  });

  it.each([
    ["a foreign Origin", { origin: "http://evil.example" }],
    ["another port's Origin", { origin: "http://127.0.0.1:1" }],
    ["an https Origin", { origin: "https://127.0.0.1:PORT" }],
    ["localhost as Origin", { origin: "http://localhost:PORT" }],
    ["an opaque Origin", { origin: "null" }],
    ["no Origin", { origin: undefined }],
    ["a foreign Host", { host: "evil.example:PORT" }],
    ["localhost as Host", { host: "localhost:PORT" }],
  ])("with %s is forbidden", async (_what, headers: Readonly<Record<string, string | undefined>>) => {
    const app = scriptedApp();
    const { port } = await serveApp(app);
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value?.replace("PORT", String(port))]),
    );
    expect(await statusLine(handshake(port, filled))).toBe("HTTP/1.1 403 Forbidden");
  });

  it.each([undefined, "baton.v2", "chat", `baton.token.${"t".repeat(43)}`])(
    "that offers %s as subprotocol is a bad request",
    async (offered) => {
      const { port } = await serveApp(scriptedApp());
      const socket = handshake(port, { "sec-websocket-protocol": offered });
      expect(await statusLine(socket)).toBe("HTTP/1.1 400 Bad Request");
    },
  );
});

const canConnect = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, host);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
