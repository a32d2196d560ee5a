import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A stand-in for Alertmanager on loopback that costs next to nothing itself. */
export type AlertServer = {
  readonly url: string;
  /** Lists asked for so far. */
  asked(): number;
  close(): Promise<void>;
};

/** Answers each question for the list with what `body` gives; `sent` hears when the last byte of it has left. */
export async function serveAlerts(body: () => Buffer, sent: () => void = () => undefined): Promise<AlertServer> {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    const bytes = body();
    response.writeHead(200, { "content-type": "application/json", "content-length": bytes.length });
    response.end(bytes, sent);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
