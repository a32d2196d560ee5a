import { after, instant, type Instant } from "../../../shared/time/instant.ts";
import { hour, second } from "../../../shared/time/duration.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { SourceFailure } from "../../../shared/incident/answer.ts";
import type { HttpResponse } from "../../core/ports.ts";

/** No server may keep a source blind for longer than this by asking to be left alone. */
const longestPause = hour;

/** The body of an answer that counts: status 200 and JSON by its own word. Everything else is a failure. */
export function jsonBytes(response: HttpResponse, now: Instant): Result<Uint8Array, SourceFailure> {
  const failure = failureOfStatus(response, now);
  if (failure) return err(failure);
  const type = response.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const isJson = type === "application/json" || type.endsWith("+json");
  return isJson ? ok(response.body) : malformed(`content type: found ${type || "none"}, expected application/json`);
}

/** What a status other than 200 means; `undefined` for 200. */
export function failureOfStatus({ status, headers }: HttpResponse, now: Instant): SourceFailure | undefined {
  if (status === 200) return undefined;
  if (status === 401 || status === 403) return { kind: "unauthorized", status };
  if (status >= 300 && status < 400) return { kind: "redirected", status };
  if (status !== 429) return { kind: "status", status };
  const until = retryAfter(headers["retry-after"] ?? "", now);
  return until === undefined ? { kind: "rate-limited" } : { kind: "rate-limited", until };
}

/** RFC 9110, 10.2.3: whole seconds or an HTTP date. */
function retryAfter(text: string, now: Instant): Instant | undefined {
  const asked = /^\d+$/.test(text) ? now + Number(text) * second : Date.parse(text);
  return Number.isNaN(asked) ? undefined : instant(Math.min(Math.max(asked, now), after(now, longestPause)));
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Parses bytes as JSON. The issue never quotes the text, which may be an alert's and would reach the log. */
export function parseJson(bytes: Uint8Array): Result<unknown, SourceFailure> {
  try {
    return ok(JSON.parse(utf8.decode(bytes)));
  } catch {
    // Both calls throw for what they are asked to refuse, and for nothing else.
    return malformed(bytes.length === 0 ? "body: found nothing, expected JSON" : "body: not complete JSON in UTF-8");
  }
}

export const malformed = (issue: string): { readonly ok: false; readonly error: SourceFailure } =>
  err({ kind: "malformed", issues: [issue] });
