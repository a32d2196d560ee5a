import { request as httpRequest, type OutgoingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import type { InboxItem } from "../../../../shared/incident/inbox-item.ts";
import { createInboxEndpoint, type InboxHandler } from "../../../../electron/node/inbox/inbox-endpoint.ts";
import { listenForInbox, type InboxListener } from "../../../../electron/node/inbox/inbox-listener.ts";
import { parseInbox } from "../../../../electron/providers/inbox/parse.ts";
import { startServer, sending } from "../../../support/bad-server.ts";

const token = "t0ken-of-the-test";
const item = { key: "agg-profit", title: "Ledger is late", severity: "critical", state: "triggered" };

type Setup = { readonly handle?: InboxHandler; readonly monotonic?: () => number; readonly port?: number };

async function inboxWith({ handle, monotonic = () => performance.now(), port = 0 }: Setup = {}) {
  const received: InboxItem[] = [];
  const logged: unknown[] = [];
  const keep: InboxHandler = (items) => {
    received.push(...items);
    return { ids: items.map(({ key }) => `id-of-${key}`), stored: true };
  };
  const endpoint = createInboxEndpoint({
    token,
    parse: parseInbox,
    handle: handle ?? keep,
    monotonic,
    log: (...line) => logged.push(line),
  });
  const listening = await listenForInbox(port, endpoint);
  if (!listening.ok) throw new Error(listening.error.code);
  onTestFinished(() => listening.value.close());
  return { inbox: listening.value, received, logged };
}

type Reply = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: unknown };
type Sent = {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string | Buffer;
  readonly headers?: OutgoingHttpHeaders;
};

function post(
  inbox: InboxListener,
  { method = "POST", path = "/inbox", body = JSON.stringify(item), headers }: Sent = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      {
        host: "127.0.0.1",
        port: inbox.port,
        method,
        path,
        agent: false,
        headers: { authorization: `Bearer ${token}`, ...headers },
      },
      (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: JSON.parse(text) }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

describe("POST /inbox", () => {
  test("hands items over and answers 202 with their ids", async () => {
    const { inbox, received } = await inboxWith();
    expect(await post(inbox, { body: JSON.stringify([item, { ...item, key: "b" }]) })).toMatchObject({
      status: 202,
      headers: { "content-type": "application/json", "cache-control": "no-store" },
      body: { accepted: 2, ids: ["id-of-agg-profit", "id-of-b"] },
    });
    expect(received.map(({ key }) => key)).toEqual(["agg-profit", "b"]);
  });

  test("answers 400 with what is wrong where, and hands nothing over", async () => {
    const { inbox, received } = await inboxWith();
    const reply = await post(inbox, { body: JSON.stringify([item, { ...item, severity: 3 }]) });
    expect(reply).toMatchObject({
      status: 400,
      body: {
        error: "invalid",
        errors: [{ path: "[1].severity", found: "3", expected: "text of 1 to 256 characters" }],
      },
    });
    expect(received).toEqual([]);
  });

  test("answers 503 with Retry-After where the items could not be stored", async () => {
    const { inbox } = await inboxWith({ handle: () => ({ ids: ["a"], stored: false }) });
    expect(await post(inbox)).toMatchObject({
      status: 503,
      headers: { "retry-after": "5" },
      body: { error: "not-stored" },
    });
  });

  test("answers 500 where the handler fails, logs it without its text, and goes on", async () => {
    let broken = true;
    const handle: InboxHandler = () => {
      if (broken) throw new TypeError("secret alert text");
      return { ids: ["a"], stored: true };
    };
    const { inbox, logged } = await inboxWith({ handle });
    expect(await post(inbox)).toMatchObject({ status: 500, body: { error: "internal" } });
    expect(logged).toEqual([["error", "the inbox failed", { error: "TypeError" }]]);
    broken = false;
    expect((await post(inbox)).status).toBe(202);
  });
});

describe("the inbox turns away", () => {
  test.each([
    ["no token", { headers: { authorization: "" } }, 401],
    ["a wrong token", { headers: { authorization: "Bearer nonsense" } }, 401],
    ["a token in another scheme", { headers: { authorization: `Basic ${token}` } }, 401],
    ["a web page", { headers: { origin: "https://evil.example" } }, 403],
    ["a local web page", { headers: { origin: "null" } }, 403],
    ["a name that was made to point here", { headers: { host: "evil.example" } }, 403],
    ["a name that only begins like ours", { headers: { host: "127.0.0.1.evil.example" } }, 403],
    ["another path", { path: "/inbox/x" }, 404],
    ["a path that climbs", { path: "/../inbox" }, 404],
    ["a GET", { method: "GET", body: "" }, 405],
    ["a preflight", { method: "OPTIONS", body: "" }, 405],
    ["a compressed body", { headers: { "content-encoding": "gzip" } }, 415],
  ] satisfies readonly (readonly [string, Sent, number])[])("%s", async (_name, sent, status) => {
    const { inbox, received } = await inboxWith();
    const reply = await post(inbox, sent);
    expect(reply.status).toBe(status);
    expect(Object.keys(reply.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(received).toEqual([]);
  });

  test.each(["localhost", "[::1]:47800", "127.0.0.1:1"])("nobody who calls it %s", async (host) => {
    const { inbox } = await inboxWith();
    expect((await post(inbox, { headers: { host } })).status).toBe(202);
  });

  test("a body over 1 MB with 413, and takes one of just 1 MB", async () => {
    const { inbox, received } = await inboxWith();
    const padded = (bytes: number): string => JSON.stringify(item).padEnd(bytes, " ");
    expect((await post(inbox, { body: padded(1024 * 1024) })).status).toBe(202);
    expect(await post(inbox, { body: padded(1024 * 1024 + 1) })).toMatchObject({
      status: 413,
      body: { error: "too-large" },
    });
    expect(
      (await post(inbox, { body: Buffer.alloc(8 * 1024 * 1024), headers: { "transfer-encoding": "chunked" } })).status,
    ).toBe(413);
    expect(received).toHaveLength(1);
  });

  test("what comes too fast with 429, and lets more in as time passes", async () => {
    let now = 0;
    const { inbox, received } = await inboxWith({ monotonic: () => now });
    for (let sent = 0; sent < 200; sent += 1) expect((await post(inbox)).status).toBe(202);
    expect(await post(inbox)).toMatchObject({
      status: 429,
      headers: { "retry-after": "1" },
      body: { error: "too-many-requests" },
    });
    now = 20;
    expect((await post(inbox)).status).toBe(202);
    expect((await post(inbox)).status).toBe(429);
    expect(received).toHaveLength(201);
  });

  test("does not count what has no token against those who have it", async () => {
    const { inbox } = await inboxWith({ monotonic: () => 0 });
    for (let sent = 0; sent < 220; sent += 1) await post(inbox, { headers: { authorization: "" } });
    expect((await post(inbox)).status).toBe(202);
  });
});

describe("listening", () => {
  test("takes the wanted port where it is free", async () => {
    const { inbox } = await inboxWith();
    await inbox.close();
    const { inbox: again } = await inboxWith({ port: inbox.port });
    expect(again).toMatchObject({ port: inbox.port, url: `http://127.0.0.1:${inbox.port}/inbox` });
    expect(again.wantedPort).toBeUndefined();
  });

  test("takes another port where the wanted one is taken, and says so", async () => {
    const other = await startServer(sending(200, ""));
    const { inbox } = await inboxWith({ port: other.port });
    expect(inbox.port).not.toBe(other.port);
    expect(inbox.wantedPort).toBe(other.port);
    expect((await post(inbox)).status).toBe(202);
  });

  test("ends although a connection is open", async () => {
    const { inbox } = await inboxWith();
    const socket = connect(inbox.port, "127.0.0.1");
    const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
    socket.on("error", () => socket.destroy());
    await new Promise<void>((resolve) => socket.on("connect", resolve));
    await inbox.close();
    await closed;
    await expect(post(inbox)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });
});
