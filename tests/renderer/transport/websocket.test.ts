import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WebSocketServer, type WebSocket as Peer } from "ws";
import { openSocketLink, type Pace } from "../../../renderer/transport/websocket.ts";
import type { LinkState } from "../../../renderer/transport/link.ts";

/** The link over a real WebSocket server, at a pace that a test can wait for. */
const quick: Pace = { firstPause: 20, longestPause: 80, probe: 60 };

describe("the WebSocket link", () => {
  let server: WebSocketServer;
  let peers: Peer[] = [];
  let offered: string[][] = [];
  let port = 0;
  const links: { close(): void }[] = [];

  const listen = async (at: number): Promise<void> => {
    server = new WebSocketServer({
      host: "127.0.0.1",
      port: at,
      handleProtocols: (protocols) => {
        offered.push([...protocols]);
        return "baton.v1";
      },
    });
    server.on("connection", (peer) => {
      peers.push(peer);
      peer.on("message", (data: Buffer) => answer(peer, data.toString("utf8")));
    });
    await new Promise((ready) => server.once("listening", ready));
    port = (server.address() as AddressInfo).port;
  };
  let answer: (peer: Peer, message: string) => void = () => undefined;
  const stop = async (): Promise<void> => {
    for (const peer of peers) peer.terminate();
    await new Promise((closed) => server.close(closed));
  };
  const open = (token: string | undefined = "t0ken", pace: Pace = quick) => {
    const link = openSocketLink({ url: `ws://127.0.0.1:${port}/socket`, token, pace });
    links.push(link);
    return link;
  };

  beforeEach(async () => {
    vi.spyOn(Date, "now").mockReturnValue(1_000);
    peers = [];
    offered = [];
    answer = (peer, message) => {
      const { id, command, input } = JSON.parse(message) as { id: number; command: string; input: unknown };
      peer.send(JSON.stringify({ id, reply: { ok: true, value: { command, input } } }));
    };
    await listen(0);
  });
  afterEach(async () => {
    for (const link of links.splice(0)) link.close();
    await stop();
    vi.restoreAllMocks();
  });

  test("asks with the token as a subprotocol and pairs replies with requests", async () => {
    const link = open();
    await vi.waitFor(() => expect(link.state()).toEqual({ kind: "open" }));
    expect(offered).toEqual([["baton.v1", "baton.token.t0ken"]]);
    const replies = await Promise.all([link.request("a", { n: 1 }), link.request("b", { n: 2 })]);
    expect(replies).toEqual([
      { ok: true, value: { command: "a", input: { n: 1 } } },
      { ok: true, value: { command: "b", input: { n: 2 } } },
    ]);
  });

  test("passes pushes on and drops what is no message", async () => {
    const link = open();
    const heard: unknown[] = [];
    link.onPush((push, payload) => heard.push([push, payload]));
    await vi.waitFor(() => expect(peers).toHaveLength(1));
    for (const message of ["not json", "[]", '{"id":"x"}', '{"push":"snapshot","payload":{"a":1}}']) {
      peers[0]?.send(message);
    }
    await vi.waitFor(() => expect(heard).toEqual([["snapshot", { a: 1 }]]));
  });

  test("answers what is under way as disconnected when it is cut off, and comes back by itself", async () => {
    const link = open();
    const states: LinkState["kind"][] = [];
    link.onState(({ kind }) => states.push(kind));
    await vi.waitFor(() => expect(link.state().kind).toBe("open"));
    answer = () => undefined;
    const lost = link.request("a", {});
    await stop();
    expect(await lost).toEqual({ ok: false, error: { kind: "disconnected" } });
    expect(await link.request("b", {})).toEqual({ ok: false, error: { kind: "disconnected" } });
    await vi.waitFor(() => expect(states.filter((kind) => kind === "cut-off").length).toBeGreaterThan(2));
    await listen(port);
    await vi.waitFor(() => expect(link.state().kind).toBe("open"), 3_000);
  });

  test("pauses longer each time, up to a limit", async () => {
    const link = open();
    const pauses: number[] = [];
    link.onState((state) => {
      if (state.kind === "cut-off") pauses.push(state.retryAt - 1_000);
    });
    await vi.waitFor(() => expect(link.state().kind).toBe("open"));
    await stop();
    await vi.waitFor(() => expect(pauses.slice(0, 4)).toEqual([20, 40, 80, 80]), 3_000);
    await listen(port);
  });

  test("is refused for good by close code 4401", async () => {
    const link = open("wrong");
    await vi.waitFor(() => expect(peers).toHaveLength(1));
    peers[0]?.close(4401);
    await vi.waitFor(() => expect(link.state()).toEqual({ kind: "refused", reason: "wrong-token" }));
  });

  test("without a token asks nobody", () => {
    const link = openSocketLink({ url: `ws://127.0.0.1:${port}/socket`, token: undefined, pace: quick });
    links.push(link);
    expect(link.state()).toEqual({ kind: "refused", reason: "no-token" });
    expect(offered).toEqual([]);
  });

  test("a host that keeps the connection but says nothing counts as cut off", async () => {
    const link = open();
    await vi.waitFor(() => expect(link.state().kind).toBe("open"));
    answer = () => undefined;
    await vi.waitFor(() => expect(link.state().kind).toBe("cut-off"), 3_000);
  });

  test("a host that is merely quiet is not cut off, because it answers the probe", async () => {
    const link = open();
    const states: string[] = [];
    link.onState(({ kind }) => states.push(kind));
    let probes = 0;
    answer = (peer, message) => {
      probes += 1;
      const { id } = JSON.parse(message) as { id: number };
      peer.send(JSON.stringify({ id, reply: { ok: false, error: { kind: "unknown-command" } } }));
    };
    await vi.waitFor(() => expect(probes).toBeGreaterThan(2), 3_000);
    expect(states).toEqual(["open"]);
  });
});
