import {
  createServer as createPlain,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createTls } from "node:https";
import { onTestFinished } from "vitest";
import { gzipSync } from "node:zlib";
import { testAuthority } from "./tls.ts";

/* Servers that answer what they should not, on loopback, owned by the running test. */

export type TestServer = {
  readonly url: string;
  readonly port: number;
  /** What came in, in order. */
  readonly requests: readonly SeenRequest[];
  /** Answers like this from now on. */
  answer(listener: RequestListener): void;
  /** Closes it: connections are refused until it is opened again, on the same port. */
  close(): Promise<void>;
  open(): Promise<void>;
};

export type SeenRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly connection: number;
};

export type Certificate = { readonly certificate: string; readonly key: string };

/** Starts a server, over TLS where it is given a certificate. */
export async function startServer(listener: RequestListener, tls?: Certificate): Promise<TestServer> {
  const requests: SeenRequest[] = [];
  let current = listener;
  const onRequest: RequestListener = (request, response) => {
    requests.push({
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      connection: request.socket.remotePort ?? 0,
    });
    current(request, response);
  };
  const server: Server = tls ? createTls({ cert: tls.certificate, key: tls.key }, onRequest) : createPlain(onRequest);
  let port = 0;
  const open = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        port = typeof address === "object" && address ? address.port : 0;
        resolve();
      });
    });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await open();
  onTestFinished(close);
  return {
    url: `${tls ? "https" : "http"}://127.0.0.1:${port}`,
    port,
    requests,
    answer(next) {
      current = next;
    },
    close,
    open,
  };
}

const json = { "content-type": "application/json" };

/** A whole, valid body. */
export const sending =
  (status: number, body: string | Buffer, headers: Readonly<Record<string, string>> = json): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };

/** Half of an announced body, and then the end of the connection. */
export const breakingOff =
  (body: string): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { ...json, "content-length": String(body.length) });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  };

/** Bytes that never stop coming, one every `milliseconds`. */
export const dripping =
  (milliseconds: number): RequestListener =>
  (_request, response) => {
    response.writeHead(200, json);
    response.write("[");
    const timer = setInterval(() => response.write(" "), milliseconds);
    response.on("close", () => clearInterval(timer));
  };

/** A redirect to somewhere else. */
export const redirecting = (to: string, status = 302): RequestListener => sending(status, "", { location: to });

/** A hundred kilobytes that inflate to 100 MB of spaces. A gzip stream may have many members (RFC 1952, 2.2). */
export function bombing(): RequestListener {
  const member = gzipSync(Buffer.alloc(1024 * 1024, " "));
  const bomb = Buffer.concat(Array.from({ length: 100 }, () => member));
  return sending(200, bomb, { ...json, "content-encoding": "gzip" });
}

/** Takes the request and says nothing. */
export const silent: RequestListener = (_request: IncomingMessage, _response: ServerResponse) => undefined;

/** A server whose certificate nobody signed that the client trusts. */
export const startUntrusted = (listener: RequestListener): Promise<TestServer> =>
  startServer(listener, testAuthority().issue());
