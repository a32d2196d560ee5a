import type { IncomingMessage } from "node:http";
import { err, ok, type Result } from "../../../shared/result.ts";
import { sameSecret } from "../same-secret.ts";

/** Why a request is turned away before its body is looked at. */
export type Refusal = {
  readonly status: 401 | 403 | 404 | 405 | 415;
  readonly error: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export const inboxPath = "/inbox";

/** Bytes of a body. */
export const longestBody = 1024 * 1024;

/**
 * Turns away what does not come from a program of this machine that has the token. A page in a browser names its origin,
 * and one that took over a name (DNS rebinding) sends that name as the host.
 */
export function refusalOf(request: IncomingMessage, token: string): Refusal | undefined {
  const { headers, method } = request;
  if (!isLoopbackHost(headers.host ?? "")) return { status: 403, error: "host" };
  if (headers.origin !== undefined) return { status: 403, error: "origin" };
  if (request.url?.split("?", 1)[0] !== inboxPath) return { status: 404, error: "not-found" };
  if (method !== "POST") return { status: 405, error: "method", headers: { allow: "POST" } };
  if (!hasToken(headers.authorization ?? "", token)) {
    return { status: 401, error: "unauthorized", headers: { "www-authenticate": "Bearer" } };
  }
  if ((headers["content-encoding"] ?? "identity") !== "identity") return { status: 415, error: "content-encoding" };
  return undefined;
}

const isLoopbackHost = (host: string): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i.test(host);

function hasToken(authorization: string, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  return given !== undefined && sameSecret(given, token);
}

/** Bytes of a body that are read without being kept. */
const mostDiscarded = 16 * longestBody;

export type BodyFailure = "too-large" | "too-slow" | "gone";

/**
 * Reads a body to its end, within `deadline` milliseconds. One that is too long is read on for a while without being kept:
 * its sender listens only afterwards, and should hear why it is refused.
 */
export function readText(request: IncomingMessage, deadline: number): Promise<Result<string, BodyFailure>> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (body: Result<string, BodyFailure>): void => {
      clearTimeout(timer);
      resolve(body);
    };
    const timer = setTimeout(() => finish(err("too-slow")), deadline);
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= longestBody) chunks.push(chunk);
      else if (length > mostDiscarded) finish(err("too-large"));
    });
    request.on("end", () => finish(length > longestBody ? err("too-large") : ok(Buffer.concat(chunks).toString())));
    request.on("error", () => finish(err("gone")));
    request.on("close", () => finish(err("gone")));
  });
}
