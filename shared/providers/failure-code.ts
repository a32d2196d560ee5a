import { assertNever } from "../result.ts";
import type { ReachFailure } from "./failure.ts";

/** The one word for a failure where there is room for no more, in the manner of Node's codes. */
export function failureCode(failure: ReachFailure): string {
  switch (failure.kind) {
    case "unreachable":
    case "tls":
    case "tls-refused":
    case "client-certificate":
    case "unreadable":
      return failure.code;
    case "timeout":
      return "ETIMEDOUT";
    case "too-large":
      return "TOO_LARGE";
    case "http2-only":
      return "HTTP2_ONLY";
    case "proxy-unauthorized":
      return "HTTP 407";
    case "proxy-failed":
      return `PROXY ${failure.code}`;
    case "rate-limited":
      return "HTTP 429";
    case "forbidden":
      return "HTTP 403";
    case "plan-limit":
      return "HTTP 402";
    case "unauthorized":
    case "redirected":
    case "status":
      return `HTTP ${String(failure.status)}`;
    case "malformed":
      return "MALFORMED";
    case "bad-address":
      return "BAD_ADDRESS";
    case "secret-missing":
      return "SECRET_MISSING";
    default:
      return assertNever(failure);
  }
}
