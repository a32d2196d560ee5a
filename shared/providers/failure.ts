import type { Instant } from "../time/instant.ts";

/** Why a service outside gave no answer that counts. */
export type ReachFailure =
  | { readonly kind: "unreachable"; readonly code: string }
  | { readonly kind: "timeout"; readonly afterMs: number }
  | { readonly kind: "tls"; readonly code: string }
  | { readonly kind: "unauthorized"; readonly status: number }
  | { readonly kind: "rate-limited"; readonly until?: Instant }
  | { readonly kind: "redirected"; readonly status: number }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "too-large"; readonly limitBytes: number }
  /** Where and what was expected; never what was found, which may be anybody's. */
  | { readonly kind: "malformed"; readonly issues: readonly string[] }
  | { readonly kind: "secret-missing"; readonly name: string }
  /** An address that is a secret, and none that may be asked. */
  | { readonly kind: "bad-address" }
  /** A file that the team file names. */
  | { readonly kind: "unreadable"; readonly code: string };
