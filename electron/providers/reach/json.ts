import type { ReachFailure } from "../../../shared/providers/failure.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import type { HttpResponse } from "../../core/ports.ts";
import { failureOfStatus } from "./status.ts";

/** The body of an answer that counts: status 200 and JSON by its own word. Everything else is a failure. */
export function jsonBytes(response: HttpResponse, now: Instant): Result<Uint8Array, ReachFailure> {
  const failure = failureOfStatus(response, now);
  if (failure) return err(failure);
  if (response.status !== 200) return err({ kind: "status", status: response.status });
  const type = response.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const isJson = type === "application/json" || type.endsWith("+json");
  return isJson ? ok(response.body) : malformed(`content type: found ${type || "none"}, expected application/json`);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Parses bytes as JSON. The issue never quotes the text, which may be an alert's and would reach the log. */
export function parseJson(bytes: Uint8Array): Result<unknown, ReachFailure> {
  try {
    return ok(JSON.parse(utf8.decode(bytes)));
  } catch {
    // Both calls throw for what they are asked to refuse, and for nothing else.
    return malformed(bytes.length === 0 ? "body: found nothing, expected JSON" : "body: not complete JSON in UTF-8");
  }
}

/** What an answer that counts says. */
export function jsonOf(response: HttpResponse, now: Instant): Result<unknown, ReachFailure> {
  const bytes = jsonBytes(response, now);
  return bytes.ok ? parseJson(bytes.value) : bytes;
}

export const malformed = (...issues: readonly string[]): { readonly ok: false; readonly error: ReachFailure } =>
  err({ kind: "malformed", issues });
