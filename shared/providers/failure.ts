import * as v from "valibot";
import { instantSchema, type Output } from "../wire.ts";

const code = v.string();
const status = v.number();

/** Why a request had no answer at all. Codes are Node's, OpenSSL's, or ours in their manner. */
const httpFailures = [
  v.object({ kind: v.literal("unreachable"), code }),
  v.object({ kind: v.literal("timeout"), afterMs: v.number() }),
  /** Its certificate is not believed, or what we have to believe it by cannot be read. */
  v.object({ kind: v.literal("tls"), code }),
  /** It ended the handshake: it wants a client certificate, or another version, or speaks no TLS at all. */
  v.object({ kind: v.literal("tls-refused"), code }),
  /** Our own certificate or its key cannot be used. */
  v.object({ kind: v.literal("client-certificate"), code }),
  v.object({ kind: v.literal("http2-only") }),
  /** 407: what lies between wants to know who we are. `proxy` is its host and port. */
  v.object({ kind: v.literal("proxy-unauthorized"), proxy: v.exactOptional(v.string()) }),
  v.object({ kind: v.literal("proxy-failed"), proxy: v.string(), code }),
  v.object({ kind: v.literal("too-large"), limitBytes: v.number() }),
] as const;
export type HttpFailure = Output<(typeof httpFailures)[number]>;

/** Why a service outside gave no answer that counts. */
export const reachFailureSchema = v.variant("kind", [
  ...httpFailures,
  /** Nobody knows us by these credentials. */
  v.object({ kind: v.literal("unauthorized"), status }),
  /** We are known, and may not; `needs` names the right that is missing, as the service calls it. */
  v.object({ kind: v.literal("forbidden"), needs: v.exactOptional(v.string()) }),
  /** What the account pays for does not contain it. */
  v.object({ kind: v.literal("plan-limit") }),
  v.object({ kind: v.literal("rate-limited"), until: v.exactOptional(instantSchema) }),
  v.object({ kind: v.literal("redirected"), status }),
  v.object({ kind: v.literal("status"), status }),
  /** Where and what was expected; never what was found, which may be anybody's. */
  v.object({ kind: v.literal("malformed"), issues: v.array(v.string()) }),
  v.object({ kind: v.literal("secret-missing"), name: v.string() }),
  /** An address that is a secret, and none that may be asked. */
  v.object({ kind: v.literal("bad-address") }),
  /** A file that the team file names. */
  v.object({ kind: v.literal("unreadable"), code }),
]);
export type ReachFailure = Output<typeof reachFailureSchema>;
