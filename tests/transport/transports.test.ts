import { onTestFinished, vi } from "vitest";
import { openIpcLink } from "../../renderer/transport/ipc.ts";
import { openSocketLink } from "../../renderer/transport/websocket.ts";
import { serveApp, token } from "../electron/browser/browser-server.ts";
import { eventually } from "../support/eventually.ts";
import { originSocket } from "../support/origin-socket.ts";
import { contractOver } from "./contract-over.ts";

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

contractOver("JSON in memory", async (app) => ({
  request: async (command, input) => throughJson(await app.request(command, throughJson(input))),
  onPush: (listener) => app.subscribe(({ push, payload }) => listener(push, throughJson(payload))),
}));

contractOver("the preload's bridge", async (app) =>
  openIpcLink({
    request: async (command, input) => structuredClone(await app.request(command, structuredClone(input))),
    onPush: (listener) => app.subscribe(({ push, payload }) => listener(push, structuredClone(payload))),
  }),
);

contractOver("the browser host's WebSocket", async (app) => {
  const { port, origin } = await serveApp(app);
  vi.stubGlobal("WebSocket", originSocket(origin));
  onTestFinished(() => void vi.unstubAllGlobals());
  const link = openSocketLink({ url: `ws://127.0.0.1:${port}/socket`, token });
  onTestFinished(() => link.close());
  await eventually("the link to open", () => (link.state().kind === "open" ? true : undefined));
  return link;
});
