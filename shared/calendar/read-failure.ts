import type { Instant } from "../time/instant.ts";
import type { CalendarFailure } from "./calendar-failure.ts";

/** Why a calendar could not be read. The last good content stays, with its age; none of these means that nobody is on call. */
export type ReadFailure =
  | CalendarFailure
  | { readonly kind: "unreachable"; readonly code: string }
  | { readonly kind: "timeout"; readonly afterMs: number }
  | { readonly kind: "tls"; readonly code: string }
  | { readonly kind: "unauthorized"; readonly status: number }
  | { readonly kind: "rate-limited"; readonly until?: Instant }
  | { readonly kind: "redirected"; readonly status: number }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "bad-answer"; readonly issues: readonly string[] }
  | { readonly kind: "too-many-items"; readonly limit: number }
  | { readonly kind: "secret-missing"; readonly name: string }
  | { readonly kind: "bad-address" }
  | { readonly kind: "unreadable"; readonly code: string };
