import { once } from "node:events";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { IncidentsChange } from "../../../shared/incident/incident-shape.ts";
import { openSockets } from "../../../electron/browser/sockets.ts";
import { emptySnapshot, scriptedApp, type ScriptedApp } from "../../support/scripted-app.ts";
import { handshake, serveApp, token } from "./browser-server.ts";
import { originSocket } from "../../support/origin-socket.ts";

/** A page's end of the socket that remembers what came in. */
type PageSocket = {
  readonly socket: WebSocket;
  readonly messages: Readonly<Record<string, unknown>>[];
  ask(id: number, command: string, input?: unknown): void;
};

async function page(port: number, offered = token): Promise<PageSocket> {
  const Socket = originSocket(`http://127.0.0.1:${port}`);
  const socket = new Socket(`ws://127.0.0.1:${port}/socket`, ["baton.v1", `baton.token.${offered}`]);
  const messages: PageSocket["messages"] = [];
  socket.addEventListener("message", ({ data }) =>
    messages.push(JSON.parse(String(data)) as PageSocket["messages"][0]),
  );
  onTestFinished(() => socket.close());
  await new Promise((resolve) => socket.addEventListener("open", resolve, { once: true }));
  return {
    socket,
    messages,
    ask: (id, command, input = {}) => socket.send(JSON.stringify({ id, command, input })),
  };
}

const closed = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => socket.addEventListener("close", ({ code }) => resolve(code), { once: true }));

const incidents: IncidentsChange = { reset: true, complete: true, rows: [], removed: [] };
const greeting = (id: number): unknown[] => [
  { id, reply: { ok: true, value: emptySnapshot() } },
  { push: "snapshot", payload: emptySnapshot() },
  { push: "incidents", payload: incidents },
];

describe("a screen", () => {
  it.each(["", "t", "T".repeat(43), `${token}x`])(
    "000-14 with the token %j is told that it is wrong, and nothing else",
    async (offered) => {
      const app = scriptedApp();
      const { port } = await serveApp(app);
      const { socket, messages, ask } = await page(port, offered);
      const code = closed(socket);
      ask(1, "hello");
      expect(await code).toBe(4401);
      expect(messages).toEqual([]);
    },
  );

  it("gets the answer to its hello, then everything, then each push in order", async () => {
    const app = scriptedApp();
    const { port } = await serveApp(app);
    const { messages, ask } = await page(port);
    app.push({ push: "alarm", payload: { severity: "critical", raise: true } });
    ask(1, "hello");
    await vi.waitFor(() => expect(messages).toHaveLength(3));
    app.push({ push: "navigate", payload: { view: "now" } });
    app.push({ push: "alarm", payload: { severity: "major", raise: true } });
    await vi.waitFor(() => expect(messages).toHaveLength(5));
    expect(messages).toEqual([
      ...greeting(1),
      { push: "navigate", payload: { view: "now" } },
      { push: "alarm", payload: { severity: "major", raise: true } },
    ]);
  });

  it("is answered by id, also when it asks for what does not exist", async () => {
    const app = scriptedApp({ handlers: { incident: () => null } });
    const { port } = await serveApp(app);
    const { messages, ask } = await page(port);
    ask(0, "alive");
    ask(7, "incident", { id: "x" });
    ask(8, "incident", {});
    ask(9, "constructor");
    await vi.waitFor(() => expect(messages).toHaveLength(4));
    expect(messages.toSorted((a, b) => Number(a["id"]) - Number(b["id"]))).toMatchObject([
      { id: 0, reply: { ok: false, error: { kind: "unknown-command" } } },
      { id: 7, reply: { ok: true, value: null } },
      { id: 8, reply: { ok: false, error: { kind: "bad-input" } } },
      { id: 9, reply: { ok: false, error: { kind: "unknown-command" } } },
    ]);
  });

  it.each([
    ["text that is not JSON", "{", 1008],
    ["a message without a command", `{"id":1}`, 1008],
    ["a message with a text for an id", `{"id":"1","command":"hello","input":{}}`, 1008],
    ["null", "null", 1008],
    ["bytes", new Uint8Array([1, 2]), 1003],
    ["a huge message", "x".repeat(3 * 2 ** 20), 1009],
  ])("that sends %s is cut off, and the others are not", async (_what, data, code) => {
    const { port } = await serveApp(scriptedApp());
    const other = await page(port);
    const { socket } = await page(port);
    const closing = closed(socket);
    socket.send(data);
    expect(await closing).toBe(code);
    other.ask(1, "hello");
    await vi.waitFor(() => expect(other.messages).toEqual(greeting(1)));
  });

  it("may name ten thousand incidents at once", async () => {
    const ids = Array.from({ length: 10_000 }, (_, n) => `${"i".repeat(60)}${n}`);
    let counted = 0;
    const app = scriptedApp({
      handlers: { acknowledge: (input) => ({ kind: "done", count: (counted = input.ids.length) }) },
    });
    const { port } = await serveApp(app);
    const { messages, ask } = await page(port);
    ask(1, "acknowledge", { ids });
    await vi.waitFor(() =>
      expect(messages).toEqual([{ id: 1, reply: { ok: true, value: { kind: "done", count: 10_000 } } }]),
    );
    expect(counted).toBe(10_000);
  });

  it("that no longer answers pings is let go; one that does is kept", async () => {
    const app = scriptedApp();
    const { port } = await serveApp(app, { probeEvery: 50 });
    const silent = handshake(port, {});
    await once(silent, "data");
    const { socket, messages, ask } = await page(port);
    await once(silent, "close");
    expect(socket.readyState).toBe(WebSocket.OPEN);
    ask(1, "hello");
    await vi.waitFor(() => expect(messages).toEqual(greeting(1)));
  });

  it("is told goodbye when the host ends, and the app is no longer listened to", async () => {
    const app = scriptedApp();
    const sockets = openSockets({ app, token });
    expect(app.subscribers()).toBe(1);
    await sockets.close();
    expect(app.subscribers()).toBe(0);
  });
});

describe("a screen that does not keep up", () => {
  const bufferBytes = 64 * 1_024;
  const wide = "x".repeat(16 * 1_024);

  /** Some 130 MB of pushes: far more than the buffers of the host and of the system. */
  function flood(app: ScriptedApp): void {
    const removed = Array.from({ length: 40 }, (_, n) => `${n}${wide}`);
    for (let n = 0; n < 200; n += 1) {
      app.push({ push: "incidents", payload: { reset: false, complete: true, rows: [], removed } });
    }
  }

  it("is spared what it missed, and gets the present state once it reads again", { timeout: 20_000 }, async () => {
    let version = "before";
    const app = scriptedApp({ snapshot: () => ({ ...emptySnapshot(), version }) });
    const { port } = await serveApp(app, { bufferBytes });
    const slow = handshake(port, {});
    await once(slow, "data");
    slow.write(masked(JSON.stringify({ id: 1, command: "hello", input: {} })));
    await once(slow, "data");
    slow.pause();
    flood(app);
    version = "after";
    flood(app);

    let bytes = 0;
    let tail = "";
    slow.on("data", (data: Buffer) => {
      bytes += data.length;
      tail = (tail + data.toString("latin1")).slice(-20_000);
    });
    slow.resume();
    await vi.waitFor(() => expect(tail).toContain(`"version":"after"`), { timeout: 10_000 });
    await vi.waitFor(() => expect(tail).toContain(JSON.stringify({ push: "incidents", payload: incidents })));
    expect(bytes).toBeLessThan(30 * 2 ** 20);
  });

  it("is not read from until it has taken its answers", { timeout: 20_000 }, async () => {
    let answered = 0;
    const app = scriptedApp({
      handlers: {
        "schedule-table": () => {
          answered += 1;
          return { markdown: wide.repeat(6) };
        },
      },
    });
    const { port } = await serveApp(app, { bufferBytes });
    const slow = handshake(port, {});
    await once(slow, "data");
    slow.pause();
    const input = { schedule: "s", zone: "UTC", first: "2027-01-04", before: "2027-01-11" };
    const question = masked(JSON.stringify({ id: 1, command: "schedule-table", input }));
    const asked = 2_000;
    for (let n = 0; n < asked; n += 1) slow.write(question);

    const stoodAt: number[] = [];
    await vi.waitFor(
      () => {
        stoodAt.push(answered);
        expect(new Set(stoodAt.slice(-4)).size + Number(answered === 0) + Number(stoodAt.length < 4)).toBe(1);
      },
      { timeout: 10_000, interval: 50 },
    );
    expect(answered).toBeLessThan(asked / 4);

    slow.resume();
    await vi.waitFor(() => expect(answered).toBe(asked), { timeout: 10_000 });
  });
});

/** One text frame as a client sends it: RFC 6455, 5.2, with a mask of zeros. */
function masked(text: string): Buffer {
  const payload = Buffer.from(text);
  if (payload.length > 125) throw new Error("longer frames are not needed here");
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}
