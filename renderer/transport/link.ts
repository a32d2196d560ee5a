import type { Transport } from "../../shared/rpc/define.ts";

/*
 *   connecting ──▶ open ◀──▶ cut-off      (tries again by itself, further apart each time)
 *        └──────────┴──────────┴──▶ refused   (the token is missing or wrong: only a fresh link helps)
 */
export type LinkState =
  | { readonly kind: "connecting" }
  | { readonly kind: "open" }
  /** `retryAt` is by this screen's clock, in milliseconds since the epoch. */
  | { readonly kind: "cut-off"; readonly retryAt: number }
  | { readonly kind: "refused"; readonly reason: "no-token" | "wrong-token" };

/** A transport that knows whether somebody is at its other end. */
export type Link = Transport & {
  state(): LinkState;
  /** Tells every change of the state until cancelled. */
  onState(listener: (state: LinkState) => void): () => void;
  /** Ends the current pause, where there is one. */
  retryNow(): void;
};

/** The reply that a screen gives itself while nobody is at the other end. */
export const disconnectedReply = { ok: false, error: { kind: "disconnected" } } as const;
