import type { Auth } from "../../../shared/providers/access.ts";
import type { ReachFailure } from "../../../shared/providers/failure.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { SecretName } from "../../../shared/team/team.ts";
import type { SecretHeader, Secrets } from "../../core/ports.ts";

/** A secret's value, read anew each time: it may be renewed at any time. */
export function secretOf(name: SecretName, secrets: Pick<Secrets, "get">): Result<string, ReachFailure> {
  const value = secrets.get(name);
  return value === undefined ? err({ kind: "secret-missing", name }) : ok(value);
}

/** Who Baton is to a service (RFC 7617 and RFC 6750). */
export function credentialOf(
  auth: Auth | undefined,
  secrets: Pick<Secrets, "get">,
): Result<readonly SecretHeader[], ReachFailure> {
  if (!auth) return ok([]);
  const secret = secretOf(auth.kind === "basic" ? auth.password : auth.token, secrets);
  if (!secret.ok) return secret;
  if (auth.kind === "bearer") return ok([{ name: "authorization", prefix: "Bearer ", secret: secret.value }]);
  const pair = Buffer.from(`${auth.username}:${secret.value}`).toString("base64");
  return ok([{ name: "authorization", prefix: "Basic ", secret: pair }]);
}
