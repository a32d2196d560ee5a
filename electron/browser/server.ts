import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { err, ok, type Result } from "../../shared/result.ts";
import { errorCode } from "../node/private-file.ts";
import { asksForCalendar, type CalendarEndpoint } from "../node/calendar/calendar-endpoint.ts";
import { guards } from "./headers.ts";
import type { Pages } from "../node/pages.ts";

export type ServerParts = {
  readonly pages: Pages;
  /** Answers `/inbox`, whatever the method; it has rules of its own for Host and Origin, since programs call it. */
  readonly inbox: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Answers everything below `/calendar/`, by rules of its own. */
  readonly calendar: CalendarEndpoint;
  /** Takes over `/socket` once Host and Origin are right. */
  readonly socket: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
};

export type Listening = {
  readonly port: number;
  /** Such as `http://127.0.0.1:4321`. */
  readonly origin: string;
  close(): Promise<void>;
};

/** Nobody else's machine can reach this address, whatever the firewall says. */
const address = "127.0.0.1";

export type ListenFailure = { readonly kind: "port-taken" | "failed"; readonly code: string };

/** Listens on loopback; port 0 takes a free one. */
export function listen(port: number, parts: ServerParts): Promise<Result<Listening, ListenFailure>> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 });
  server.maxConnections = 512;
  return new Promise((resolve) => {
    server.once("error", (error) => {
      const code = errorCode(error) ?? error.name;
      resolve(err({ kind: code === "EADDRINUSE" ? "port-taken" : "failed", code }));
    });
    server.listen(port, address, () => {
      const bound = server.address();
      if (bound === null || typeof bound === "string") throw new Error("a server on a port has an address");
      serve(server, bound.port, parts);
      resolve(ok({ port: bound.port, origin: `http://${address}:${bound.port}`, close: () => close(server) }));
    });
  });
}

function serve(server: Server, port: number, { pages, inbox, calendar, socket }: ServerParts): void {
  const authority = `${address}:${port}`;
  // Another name for this address is how a foreign page would reach it (DNS rebinding).
  const isOurs = (request: IncomingMessage): boolean => request.headers.host === authority;

  server.on("request", (request, response) => {
    for (const [name, value] of Object.entries(guards(port))) if (value !== undefined) response.setHeader(name, value);
    if (pathOf(request) === "/inbox") void inbox(request, response);
    else if (asksForCalendar(request)) calendar(request, response);
    else if (isOurs(request)) sendPage(request, response, pages);
    else refuse(response, 421, `Open http://${authority}/ instead.`);
  });
  server.on("upgrade", (request, duplex, head) => {
    // A peer that resets the connection has left, which is its right.
    duplex.on("error", () => duplex.destroy());
    if (!isOurs(request) || request.headers.origin !== `http://${authority}`) {
      hangUp(duplex, "403 Forbidden");
      return;
    }
    if (pathOf(request) !== "/socket") {
      hangUp(duplex, "404 Not Found");
      return;
    }
    socket(request, duplex, head);
  });
}

function sendPage(request: IncomingMessage, response: ServerResponse, pages: Pages): void {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    refuse(response, 405, "Only GET and HEAD are answered here.");
    return;
  }
  const page = pages.get(pathOf(request));
  if (page === undefined) {
    refuse(response, 404, "There is nothing here. Baton is at /.");
    return;
  }
  response.setHeader("cache-control", "no-cache");
  response.setHeader("etag", page.etag);
  if (request.headers["if-none-match"] === page.etag) return void response.writeHead(304).end();
  response.writeHead(200, { "content-type": page.type, "content-length": page.body.length });
  response.end(request.method === "HEAD" ? undefined : page.body);
}

/** The path as it was sent, undecoded: it is looked up, never resolved. */
const pathOf = (request: IncomingMessage): string => (request.url ?? "").split("?", 1)[0] ?? "";

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" }).end(`${text}\n`);
}

function hangUp(duplex: Duplex, status: string): void {
  duplex.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
