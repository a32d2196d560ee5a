import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { expect, it, onTestFinished } from "vitest";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { openInboxPlace } from "../../electron/desktop/inbox-place.ts";
import { eventually } from "../support/eventually.ts";
import { freePort } from "../support/free-port.ts";
import { scriptedApp } from "../support/scripted-app.ts";
import { aSnapshot } from "./support/views.ts";

const wanting = (inboxPort: number): Snapshot => aSnapshot({ settings: { ...aSnapshot().settings, inboxPort } });

async function open(settingsPort: number, port?: number) {
  const core = scriptedApp({ snapshot: () => wanting(settingsPort) });
  const place = await openInboxPlace({
    core,
    endpoint: (_request, response) => {
      response.writeHead(204).end();
      return Promise.resolve();
    },
    tokenFile: "inbox-token",
    port,
    log: () => undefined,
  });
  onTestFinished(() => place.close());
  return { core, place };
}

const answers = async (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/inbox`).then(
    () => true,
    () => false,
  );

it("the inbox listens at the port of the settings, and moves when they change", async () => {
  const [first, second] = [await freePort(), await freePort()];
  const { core } = await open(first);
  expect(core.places).toEqual([{ url: `http://127.0.0.1:${first}/inbox`, port: first, tokenFile: "inbox-token" }]);
  core.push({ push: "snapshot", payload: wanting(second) });
  core.push({ push: "snapshot", payload: wanting(second) });
  await eventually("the move", () => core.places[1]);
  expect([await answers(first), await answers(second), core.places.length]).toEqual([false, true, 2]);
});

it("the command line's port holds over the settings", async () => {
  const port = await freePort();
  const { core } = await open(await freePort(), port);
  core.push({ push: "snapshot", payload: wanting(await freePort()) });
  expect([await answers(port), core.places.map((one) => one.port)]).toEqual([true, [port]]);
});

it("another port is taken, and said, where the wanted one is taken", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  onTestFinished(() => void other.close());
  const { port: taken } = other.address() as AddressInfo;
  const { core, place } = await open(taken);
  const [said] = core.places;
  expect([said?.wantedPort, said?.port === taken, place.url()]).toEqual([taken, false, said?.url]);
});
