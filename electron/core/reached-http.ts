import type { ReachFailure } from "../../shared/providers/failure.ts";
import type { Reach } from "../../shared/providers/reach.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Http, HttpRequest, HttpTls, SecretHeader, Secrets } from "./ports.ts";
import type { ReachedHttp, TeamFolder } from "./provider.ts";

/** Where what the team file names is found. */
type Store = { readonly secrets: Pick<Secrets, "get"> } & Pick<TeamFolder, "readText">;

/** Http for one declared service: every request has the headers and certificates that the team declares for it. */
export function reachedHttp(http: Http, reach: Reach | undefined, store: Store): ReachedHttp {
  if (!reach) return http;
  return {
    async request(request) {
      // Read anew for each request: a secret or a certificate may be renewed at any time.
      const way = wayOf(reach, store);
      return way.ok ? http.request(merged(way.value, request)) : way;
    },
  };
}

type Way = Required<Pick<HttpRequest, "headers" | "credential" | "tls">>;

/** What the provider itself says counts. */
const merged = ({ headers, credential, tls }: Way, request: HttpRequest): HttpRequest => ({
  ...request,
  headers: { ...headers, ...request.headers },
  credential: [...credential, ...(request.credential ?? [])],
  tls,
});

function wayOf({ headers: declared = [], ca, certificate }: Reach, store: Store): Result<Way, ReachFailure> {
  const headers: Record<string, string> = {};
  const credential: SecretHeader[] = [];
  for (const header of declared) {
    if ("value" in header) headers[header.name] = header.value;
    else {
      const secret = store.secrets.get(header.secret);
      if (secret === undefined) return err({ kind: "secret-missing", name: header.secret });
      credential.push({ name: header.name, prefix: header.prefix, secret });
    }
  }
  const authority = ca === undefined ? ok(undefined) : store.readText(ca);
  if (!authority.ok) return err({ kind: "tls", code: authority.error.code });
  const own = certificate && certificateOf(certificate, store);
  if (own?.ok === false) return own;
  const tls = { ...(authority.value !== undefined && { ca: authority.value }), ...(own && { certificate: own.value }) };
  return ok({ headers, credential, tls });
}

function certificateOf(
  { cert, key }: NonNullable<Reach["certificate"]>,
  { secrets, readText }: Store,
): Result<NonNullable<HttpTls["certificate"]>, ReachFailure> {
  const pem = readText(cert);
  if (!pem.ok) return err({ kind: "client-certificate", code: pem.error.code });
  const secret = secrets.get(key);
  return secret === undefined ? err({ kind: "secret-missing", name: key }) : ok({ cert: pem.value, key: secret });
}
