import { assertNever } from "../../../shared/result.ts";
import type { SourceFailure } from "../../../shared/incident/answer.ts";

/** Why a source gave no answer that counts, as the end of a sentence: "the connection failed (ECONNREFUSED)". */
export function failureWords(failure: SourceFailure): string {
  switch (failure.kind) {
    case "unreachable":
      return `the connection failed (${failure.code})`;
    case "timeout":
      return `it did not answer within ${Math.round(failure.afterMs / 1_000)} s`;
    case "tls":
      return `its certificate was not accepted (${failure.code})`;
    case "tls-refused":
      return `it refused the TLS connection (${failure.code})`;
    case "client-certificate":
      return `the client certificate cannot be used (${failure.code})`;
    case "http2-only":
      return "it speaks HTTP/2 only";
    case "proxy-unauthorized":
      return `${proxyOf(failure)} wants credentials (407)`;
    case "proxy-failed":
      return `${proxyOf(failure)} did not let Baton through (${failure.code})`;
    case "unauthorized":
      return `it refused the credentials (${failure.status})`;
    case "forbidden":
      return failure.needs === undefined
        ? "it does not allow it (403)"
        : `it does not allow it without ${failure.needs}`;
    case "plan-limit":
      return "the account's plan does not contain it";
    case "rate-limited":
      return "it asked Baton to slow down";
    case "redirected":
      return `it sent Baton to another address (${failure.status}), which is not followed`;
    case "status":
      return `it answered with status ${failure.status}`;
    case "too-large":
      return "its answer was too large";
    case "malformed":
      return "its answer could not be understood";
    case "bad-address":
      return "its address is none that Baton asks";
    case "unreadable":
      return `a file that it needs cannot be read (${failure.code})`;
    case "secret-missing":
      return `the secret ${failure.name} is not set`;
    case "listener":
      return `the inbox could not listen (${failure.code})`;
    case "internal":
      return "Baton failed to read it";
    default:
      return assertNever(failure);
  }
}

const proxyOf = ({ proxy }: { readonly proxy?: string }): string =>
  proxy === undefined ? "a proxy" : `the proxy ${proxy}`;
