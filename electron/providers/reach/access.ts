import type { Auth } from "../../../shared/providers/access.ts";
import type { ReachFailure } from "../../../shared/providers/failure.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { SecretName } from "../../../shared/team/team.ts";
import type { HttpRequest, Secrets } from "../../core/ports.ts";
import type { SourceTools } from "../../core/provider.ts";

/** What a request carries so that its server lets it in. */
export type Access = Pick<HttpRequest, "credential" | "ca">;

/** A secret's value, read anew each time: it may be renewed at any time. */
export function secretOf(name: SecretName, secrets: Pick<Secrets, "get">): Result<string, ReachFailure> {
  const value = secrets.get(name);
  return value === undefined ? err({ kind: "secret-missing", name }) : ok(value);
}

type Declared = { readonly auth?: Auth; readonly ca?: string };

/** Read anew for each request: a secret or a certificate authority may be renewed at any time. */
export function accessOf(
  { auth, ca: path }: Declared,
  tools: Pick<SourceTools, "secrets" | "readText">,
): Result<Access, ReachFailure> {
  const credential = auth === undefined ? ok([]) : credentialOf(auth, tools.secrets);
  if (!credential.ok) return credential;
  const ca = path === undefined ? ok(undefined) : tools.readText(path);
  if (!ca.ok) return err({ kind: "tls", code: ca.error.code });
  return ok({ credential: credential.value, ...(ca.value !== undefined && { ca: ca.value }) });
}

/** RFC 7617 and RFC 6750. */
function credentialOf(
  auth: Auth,
  secrets: Pick<Secrets, "get">,
): Result<NonNullable<Access["credential"]>, ReachFailure> {
  const secret = secretOf(auth.kind === "basic" ? auth.password : auth.token, secrets);
  if (!secret.ok) return secret;
  if (auth.kind === "bearer") return ok([{ name: "authorization", prefix: "Bearer ", secret: secret.value }]);
  const pair = Buffer.from(`${auth.username}:${secret.value}`).toString("base64");
  return ok([{ name: "authorization", prefix: "Basic ", secret: pair }]);
}
