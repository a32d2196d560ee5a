import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { calendarPath } from "../../../shared/calendar/calendar-link.ts";
import type { App } from "../../core/app-types.ts";

/** Answers one request below /calendar/, on whatever server it came in. */
export type CalendarEndpoint = (request: IncomingMessage, response: ServerResponse) => void;

/** Whether a request is for a calendar, right or wrong. */
export const asksForCalendar = ({ url = "" }: Pick<IncomingMessage, "url">): boolean => url.startsWith(calendarPath);

const shape = new RegExp(`^${calendarPath}([\\w-]{43})\\.ics$`);

/**
 * `GET /calendar/TOKEN.ics`: 200 with an ETag, 304 where nothing changed, 404 for every other address, 405, 421 for a
 * foreign host, 503 while no team is loaded. The token is the only key: calendar programs send no other.
 */
export function createCalendarEndpoint(app: Pick<App, "calendar">): CalendarEndpoint {
  return (request, response) => {
    const authority = `127.0.0.1:${String(request.socket.localPort)}`;
    // Another name for this address is how a foreign page would reach it (DNS rebinding).
    if (request.headers.host !== authority) return refuse(response, 421, "This is not the host's name.");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("allow", "GET, HEAD");
      return refuse(response, 405, "Only GET and HEAD are answered here.");
    }
    const [, token] = shape.exec(request.url ?? "") ?? [];
    const calendar = token === undefined ? ({ kind: "unknown" } as const) : app.calendar(token);
    if (calendar.kind === "unknown") return refuse(response, 404, "There is no such calendar.");
    if (calendar.kind === "no-team") {
      response.setHeader("retry-after", "60");
      return refuse(response, 503, "No team file is loaded.");
    }
    send(calendar.text, request, response);
  };
}

function send(text: string, request: IncomingMessage, response: ServerResponse): void {
  const body = Buffer.from(text, "utf8");
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  response.setHeader("cache-control", "private, no-cache");
  response.setHeader("etag", etag);
  if (isKnown(request.headers["if-none-match"], etag)) return void response.writeHead(304).end();
  response.writeHead(200, {
    "content-type": "text/calendar; charset=utf-8",
    "content-length": body.length,
    "content-disposition": 'attachment; filename="on-call.ics"',
    "x-content-type-options": "nosniff",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Weak comparison, as If-None-Match wants it (RFC 9110, 13.1.2). */
const isKnown = (header: string | undefined, etag: string): boolean =>
  (header ?? "").split(",").some((known) => known.trim().replace(/^W\//, "") === etag);

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" }).end(`${text}\n`);
}
