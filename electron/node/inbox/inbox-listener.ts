import { createServer, type Server } from "node:http";
import { err, ok, type Result } from "../../../shared/result.ts";
import { second } from "../../../shared/time/duration.ts";
import { codeOf } from "../http/http-error.ts";
import type { InboxEndpoint } from "./inbox-endpoint.ts";
import { inboxPath } from "./inbox-request.ts";

/** The inbox on a server of its own. */
export type InboxListener = {
  readonly url: string;
  readonly port: number;
  /** Set where this port was taken, or not allowed, and `port` is another one. */
  readonly wantedPort?: number;
  close(): Promise<void>;
};

const loopback = "127.0.0.1";

const limits = {
  headersTimeout: 5 * second,
  requestTimeout: 15 * second,
  connectionsCheckingInterval: second,
  maxHeaderSize: 16 * 1024,
};

/** Listens on loopback at `wantedPort`, or at a free port where that one cannot be had. */
export async function listenForInbox(
  wantedPort: number,
  endpoint: InboxEndpoint,
): Promise<Result<InboxListener, { readonly kind: "listener"; readonly code: string }>> {
  const server = createServer(limits, (request, response) => void endpoint(request, response));
  const first = await listen(server, wantedPort);
  const mayTakeAnother = first === "EADDRINUSE" || first === "EACCES";
  const failure = mayTakeAnother ? await listen(server, 0) : first;
  if (failure !== undefined) return err({ kind: "listener", code: failure });
  const port = portOf(server);
  return ok({
    url: `http://${loopback}:${port}${inboxPath}`,
    port,
    ...(mayTakeAnother && { wantedPort }),
    close: () => close(server),
  });
}

/** The code of what went wrong; `undefined` where the server listens. */
function listen(server: Server, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const failed = (thrown: Error): void => resolve(codeOf(thrown));
    server.once("error", failed);
    server.listen(port, loopback, () => {
      server.off("error", failed);
      resolve(undefined);
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a server that listens on TCP has a port");
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
