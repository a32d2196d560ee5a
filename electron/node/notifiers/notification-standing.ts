import { err, ok, type Result } from "../../../shared/result.ts";
import type { NotifierFailure } from "../../core/ports.ts";
import type { ServerFacts } from "./freedesktop.ts";
import type { SessionBus } from "./session-bus.ts";

/*
 * Who shows notifications, followed through everything that happens to a desktop session.
 *
 *                     the bus answers              somebody owns the name            it has told what it can
 *   unreachable ─────────────────────▶ vacant ────────────────────────▶ introducing ──────────────────────▶ ready
 *        ▲                               ▲                                   │                               │ ▲
 *        │ the bus goes                  │ the owner goes                    │ no answer in time             │ │ any answer,
 *        └──────── from anywhere         └──────── from right of here        └──────────▶ hung ◀─────────────┘ │ however late
 *                                                                                          └───────────────────┘
 */
export type Standing =
  | { readonly kind: "unreachable"; readonly reason: Reason }
  | { readonly kind: "vacant"; readonly bus: SessionBus; readonly reason: Reason }
  | {
      readonly kind: "introducing";
      readonly bus: SessionBus;
      readonly owner: string;
      /** Why there was no service before; still true until it has answered. */
      readonly reason: Reason;
    }
  | { readonly kind: "ready"; readonly bus: SessionBus; readonly owner: string; readonly facts: ServerFacts }
  | {
      readonly kind: "hung";
      readonly bus: SessionBus;
      readonly owner: string;
      /** Unknown where it hung before it said what it can. */
      readonly facts: ServerFacts | undefined;
    };

export type Reason = NotifierFailure["kind"];

/** What the server can, or why there is none that answers. */
export function serviceAt(standing: Standing): Result<ServerFacts, Reason> {
  switch (standing.kind) {
    case "ready":
      return ok(standing.facts);
    case "hung":
      return err("timeout");
    case "introducing":
    case "vacant":
    case "unreachable":
      return err(standing.reason);
  }
}

/** The unique name of the server's connection, where there is one. */
export const ownerAt = (standing: Standing): string | undefined => ("owner" in standing ? standing.owner : undefined);
