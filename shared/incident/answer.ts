import * as v from "valibot";
import { reachFailureSchema } from "../providers/failure.ts";
import type { Output } from "../wire.ts";
import type { Sighting } from "./alert.ts";

/** A complete, valid list of what fires. Alerts that it lacks are over, if all peers that had them have answered. */
export type SourceAnswer = {
  readonly alerts: readonly Sighting[];
  /** Items that could not be understood; they are counted and shown, and keep older incidents from resolving. */
  readonly unparsed: number;
  readonly peers: readonly PeerAnswer[];
  /** The declared heartbeat does not fire: what senders say may be old, so nothing resolves and the source counts as blind. */
  readonly heartbeatMissing: boolean;
};

export type PeerAnswer = { readonly peer: string; readonly failure?: SourceFailure };

/** Why a source gave no answer that counts. A failure never removes an incident. */
export const sourceFailureSchema = v.variant("kind", [
  ...reachFailureSchema.options,
  v.object({ kind: v.literal("listener"), code: v.string() }),
  v.object({ kind: v.literal("internal") }),
]);
export type SourceFailure = Output<typeof sourceFailureSchema>;
