import { createServer, request as send, type RequestListener, type Server } from "node:http";
import { createServer as createTls } from "node:https";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { Certificate } from "./bad-server.ts";

/** A real forward proxy on loopback (RFC 9110, 9.3.6 and RFC 9112, 3.2.2), owned by the running test. Whatever host is asked for is looked for on loopback. */
export type ForwardProxy = {
  readonly url: string;
  /** Host and port, as it is called in a failure. */
  readonly name: string;
  /** What was asked of it, in order: the method, and the authority or whole address. */
  readonly asked: readonly string[];
};

export type ProxyRules = {
  /** Whom it lets through: `user:password`. Everybody without. */
  readonly account?: string;
  /** Answers every CONNECT like this. */
  readonly status?: number;
  /** Is spoken to over TLS. */
  readonly tls?: Certificate;
  /** Says nothing to anybody. */
  readonly silent?: boolean;
};

export async function startProxy({
  account,
  status = 200,
  tls,
  silent = false,
}: ProxyRules = {}): Promise<ForwardProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const wanted = account === undefined ? undefined : `Basic ${Buffer.from(account).toString("base64")}`;
  const onRequest: RequestListener = (request, response) => {
    asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
    if (silent) return;
    if (wanted !== undefined && request.headers["proxy-authorization"] !== wanted) {
      response.writeHead(407, { "proxy-authenticate": "Basic" }).end();
      return;
    }
    const { "proxy-authorization": _ours, ...headers } = request.headers;
    const target = new URL(request.url ?? "");
    const { port, pathname, search } = target;
    const onward = send({ host: "127.0.0.1", port, path: pathname + search, method: request.method, headers });
    onward.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.writeHead(502).end());
    request.pipe(onward);
  };
  const server: Server = tls ? createTls({ cert: tls.certificate, key: tls.key }, onRequest) : createServer(onRequest);
  server.on("connect", (request, socket: Socket) => {
    asked.push(`CONNECT ${request.url ?? ""}`);
    socket.on("error", () => socket.destroy());
    if (silent) return;
    const isStranger = wanted !== undefined && request.headers["proxy-authorization"] !== wanted;
    if (isStranger || status !== 200) {
      socket.end(`HTTP/1.1 ${isStranger ? 407 : status} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const onward = connect(Number((request.url ?? "").split(":").at(-1)), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.destroy());
    onward.on("close", () => socket.destroy());
    socket.on("close", () => onward.destroy());
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const name = `127.0.0.1:${String(typeof address === "object" && address ? address.port : 0)}`;
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return { url: `${tls ? "https" : "http"}://${name}`, name, asked };
}
