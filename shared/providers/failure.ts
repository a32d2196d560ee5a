import * as v from "valibot";
import { instantSchema, type Output } from "../wire.ts";

const code = v.string();
const status = v.number();

/** Why a service outside gave no answer that counts. */
export const reachFailureSchema = v.variant("kind", [
  v.object({ kind: v.literal("unreachable"), code }),
  v.object({ kind: v.literal("timeout"), afterMs: v.number() }),
  v.object({ kind: v.literal("tls"), code }),
  v.object({ kind: v.literal("unauthorized"), status }),
  v.object({ kind: v.literal("rate-limited"), until: v.exactOptional(instantSchema) }),
  v.object({ kind: v.literal("redirected"), status }),
  v.object({ kind: v.literal("status"), status }),
  v.object({ kind: v.literal("too-large"), limitBytes: v.number() }),
  /** Where and what was expected; never what was found, which may be anybody's. */
  v.object({ kind: v.literal("malformed"), issues: v.array(v.string()) }),
  v.object({ kind: v.literal("secret-missing"), name: v.string() }),
  /** An address that is a secret, and none that may be asked. */
  v.object({ kind: v.literal("bad-address") }),
  /** A file that the team file names. */
  v.object({ kind: v.literal("unreadable"), code }),
]);
export type ReachFailure = Output<typeof reachFailureSchema>;
