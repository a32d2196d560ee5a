import * as v from "valibot";
import { reachFailureSchema } from "../providers/failure.ts";
import type { Instant } from "../time/instant.ts";
import type { Output } from "../wire.ts";
import type { Labels, Link, Suppression } from "./incident.ts";

/** One alert as a source reports it, before it becomes, or updates, an incident. */
export type SourceAlert = {
  readonly key: string;
  readonly title: string;
  /** The source's own word in lower case; the team's table maps it. Empty where it names none. */
  readonly severity: string;
  /** A service's id, where the sender names one. */
  readonly service?: string;
  readonly labels: Labels;
  readonly links: readonly Link[];
  readonly runbook?: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  /** Names of the peers that report it; one name for a source without peers. */
  readonly seenBy: readonly string[];
  readonly suppression?: Suppression;
  /** Set where the suppression is an acknowledgement made through Baton, here or elsewhere. */
  readonly acknowledgement?: { readonly by: string; readonly handle: string; readonly until: Instant };
};

/** A complete, valid list of what fires. Alerts that it lacks are over, if all peers that had them have answered. */
export type SourceAnswer = {
  readonly alerts: readonly SourceAlert[];
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
