import type { Instant } from "../time/instant.ts";

/** Why a request had no answer at all. `proxy` is host and port; codes are Node's, OpenSSL's, or ours in their manner. */
export type HttpFailure =
  | { readonly kind: "unreachable"; readonly code: string }
  | { readonly kind: "timeout"; readonly afterMs: number }
  /** Its certificate is not believed, or what we have to believe it by cannot be read. */
  | { readonly kind: "tls"; readonly code: string }
  /** It ended the handshake: it wants a client certificate, or another version, or speaks no TLS at all. */
  | { readonly kind: "tls-refused"; readonly code: string }
  /** Our own certificate or its key cannot be used. */
  | { readonly kind: "client-certificate"; readonly code: string }
  | { readonly kind: "http2-only" }
  /** 407: what lies between wants to know who we are. */
  | { readonly kind: "proxy-unauthorized"; readonly proxy?: string }
  | { readonly kind: "proxy-failed"; readonly proxy: string; readonly code: string }
  | { readonly kind: "too-large"; readonly limitBytes: number };

/** Why a service outside gave no answer that counts. */
export type ReachFailure =
  | HttpFailure
  | { readonly kind: "unauthorized"; readonly status: number }
  | { readonly kind: "rate-limited"; readonly until?: Instant }
  | { readonly kind: "redirected"; readonly status: number }
  | { readonly kind: "status"; readonly status: number }
  /** Where and what was expected; never what was found, which may be anybody's. */
  | { readonly kind: "malformed"; readonly issues: readonly string[] }
  | { readonly kind: "secret-missing"; readonly name: string }
  /** An address that is a secret, and none that may be asked. */
  | { readonly kind: "bad-address" }
  /** A file that the team file names. */
  | { readonly kind: "unreadable"; readonly code: string };
