import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openSessionBus } from "../../../../electron/node/notifiers/session-bus.ts";
import { describeWith } from "../../../support/describe-with.ts";
import { scratchDir } from "../../../support/scratch-dir.ts";

/** A bus that does to each connection what a test wants; its path. */
async function badBus(welcome: (socket: Socket) => void): Promise<string> {
  const path = join(scratchDir(), "bus");
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.resume();
    welcome(socket);
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return path;
}

const admit = (socket: Socket, then: (socket: Socket) => void): void => {
  socket.once("data", () => {
    socket.write("OK 0123456789abcdef0123456789abcdef\r\n");
    socket.once("data", () => then(socket));
  });
};

const limitMs = 150;
const call = { destination: "a.b", path: "/a", interface: "a.b", member: "Ask" };

describeWith(["unix"], "a session bus", () => {
  it("is absent where no socket is, or none is known", async () => {
    expect(await openSessionBus({ sockets: [], limitMs })).toMatchObject({ error: { kind: "no-service" } });
    const sockets = [join(scratchDir(), "absent"), "\0baton-absent"];
    expect(await openSessionBus({ sockets, limitMs })).toMatchObject({ error: { kind: "no-service" } });
  });

  it("is found behind addresses that lead nowhere", async () => {
    const path = await badBus((socket) => admit(socket, () => undefined));
    const opened = await openSessionBus({ sockets: [join(scratchDir(), "absent"), path], limitMs });
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
  });

  it("may take no longer than the limit to let a connection in", async () => {
    const sockets = [await badBus(() => undefined)];
    expect(await openSessionBus({ sockets, limitMs })).toMatchObject({ error: { kind: "timeout" } });
  });

  it.each([
    ["refuses", (socket: Socket) => void socket.once("data", () => socket.write("REJECTED COOKIE\r\n"))],
    ["hangs up", (socket: Socket) => void socket.once("data", () => socket.end())],
    ["breaks off", (socket: Socket) => void socket.once("data", () => socket.destroy())],
  ])("is no service when it %s", async (_, welcome) => {
    const sockets = [await badBus(welcome)];
    expect(await openSessionBus({ sockets, limitMs })).toMatchObject({ error: { kind: "no-service" } });
  });

  it("leaves a call unanswered for the limit and no longer", async () => {
    const opened = await openSessionBus({
      sockets: [await badBus((socket) => admit(socket, () => undefined))],
      limitMs,
    });
    if (!opened.ok) throw new Error(opened.error.detail);
    expect(await opened.value.call(call)).toEqual({
      ok: false,
      error: { kind: "timeout", detail: "Ask was not answered" },
    });
    opened.value.close();
  });

  it("refuses a body that does not fit its signature, and goes on", async () => {
    const opened = await openSessionBus({
      sockets: [await badBus((socket) => admit(socket, () => undefined))],
      limitMs,
    });
    if (!opened.ok) throw new Error(opened.error.detail);
    const bad = await opened.value.call({ ...call, signature: "u", body: ["text"] });
    expect(bad).toMatchObject({ error: { kind: "failed" } });
    expect(await opened.value.call(call)).toMatchObject({ error: { kind: "timeout" } });
    opened.value.close();
  });

  // A signal whose body has type h, a file descriptor, which the package cannot read.
  const unreadable = Buffer.from(
    "6c04000104000000010000003800000001016f00020000002f6100000000000002017300030000" +
      "00612e6200000000000301730001000000530000000000000008016700016800000000000000000000",
    "hex",
  );

  it.each([
    ["sends a message that cannot be read", (socket: Socket) => void socket.write(unreadable)],
    ["sends noise and hangs up", (socket: Socket) => void socket.end(Buffer.alloc(4_096, "l"))],
    ["goes away", (socket: Socket) => void socket.destroy()],
  ])("ends its calls and says so when it %s", async (_, misbehave) => {
    const path = await badBus((socket) => admit(socket, misbehave));
    const opened = await openSessionBus({ sockets: [path], limitMs: 5_000 });
    if (!opened.ok) throw new Error(opened.error.detail);
    const bus = opened.value;
    const ended = new Promise<void>((resolve) => bus.onEnd(resolve));
    expect(await bus.call(call)).toMatchObject({ error: { kind: "no-service" } });
    await ended;
    expect(await bus.call(call)).toMatchObject({ error: { kind: "no-service" } });
  });
});
