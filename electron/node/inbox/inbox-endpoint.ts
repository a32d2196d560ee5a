import type { IncomingMessage, ServerResponse } from "node:http";
import type { InboxItem, InboxProblem } from "../../../shared/incident/inbox-item.ts";
import type { Result } from "../../../shared/result.ts";
import { second } from "../../../shared/time/duration.ts";
import type { Log } from "../../core/ports.ts";
import { readText, refusalOf, type BodyFailure } from "./inbox-request.ts";
import { draw, type Bucket } from "./token-bucket.ts";

/** Takes items in, before they are answered for: `stored` is false where they could not be made durable. */
export type InboxHandler = (items: readonly InboxItem[]) => {
  readonly ids: readonly string[];
  readonly stored: boolean;
};

export type InboxParts = {
  readonly token: string;
  readonly parse: (body: string) => Result<readonly InboxItem[], readonly InboxProblem[]>;
  readonly handle: InboxHandler;
  /** Milliseconds that never jump. */
  readonly monotonic: () => number;
  readonly log: Log;
};

/** Answers one request for /inbox, on whatever server it came in. */
export type InboxEndpoint = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Reply = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Requests, of up to a thousand items each. */
const allowance = { burst: 200, perSecond: 50 };

/** Milliseconds from the first byte of a request's body to its last. */
const bodyDeadline = 10 * second;

/** Seconds after which what could not be stored should be sent again. */
const storeRetry = 5;

/**
 * `POST /inbox`: 202 `{ accepted, ids }`; otherwise `{ error }`, with 400 `{ error, errors }` naming what is wrong where, 401, 403
 * (a foreign host or a web page), 404, 405, 408, 413, 415, 429 and 503 with Retry-After, 500.
 */
export function createInboxEndpoint(parts: InboxParts): InboxEndpoint {
  let bucket: Bucket = { tokens: allowance.burst, at: parts.monotonic() };

  const answer = async (request: IncomingMessage): Promise<Reply | undefined> => {
    const refusal = refusalOf(request, parts.token);
    if (refusal) return { ...refusal, body: { error: refusal.error } };
    const drawn = draw(bucket, parts.monotonic(), allowance);
    bucket = drawn.bucket;
    if (drawn.waitMs > 0) {
      return {
        status: 429,
        body: { error: "too-many-requests" },
        headers: retryAfter(Math.ceil(drawn.waitMs / second)),
      };
    }
    const text = await readText(request, bodyDeadline);
    return text.ok ? take(text.value, parts) : unread(text.error);
  };

  return async (request, response) => {
    const reply = await answer(request).catch((thrown: unknown) => failed(thrown, parts.log));
    if (reply) send(response, reply);
  };
}

function take(text: string, { parse, handle }: InboxParts): Reply {
  const items = parse(text);
  if (!items.ok) return { status: 400, body: { error: "invalid", errors: items.error } };
  const { ids, stored } = handle(items.value);
  if (!stored) return { status: 503, body: { error: "not-stored" }, headers: retryAfter(storeRetry) };
  return { status: 202, body: { accepted: items.value.length, ids } };
}

/** What is left of a body that was not read to its end cannot be told from a next request, so the connection ends. */
function unread(failure: BodyFailure): Reply | undefined {
  const headers = { connection: "close" };
  if (failure === "gone") return undefined;
  return failure === "too-large"
    ? { status: 413, body: { error: "too-large" }, headers }
    : { status: 408, body: { error: "too-slow" }, headers };
}

function failed(thrown: unknown, log: Log): Reply {
  log("error", "the inbox failed", { error: thrown instanceof Error ? thrown.name : typeof thrown });
  return { status: 500, body: { error: "internal" } };
}

const retryAfter = (seconds: number): Readonly<Record<string, string>> => ({ "retry-after": String(seconds) });

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  const json = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(json),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  response.end(json);
}
