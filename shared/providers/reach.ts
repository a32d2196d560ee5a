import * as v from "valibot";
import type { SecretName } from "../team-file/ids.ts";
import type { Item } from "../team-file/reading.ts";
import { isWritten, secretive, type Review } from "../team-file/review.ts";
import { shape, tableOf } from "../team-file/shape.ts";
import type { Path } from "../team-file/team-document.ts";
import { foundText } from "../team-file/team-problem.ts";
import { formats, text } from "../team-file/text-format.ts";
import { secretName } from "./access.ts";

/** A header of every request: a value as it stands, or a secret with what comes before it. Names are in lower case. */
export type DeclaredHeader =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly prefix: string; readonly secret: SecretName };

/** What a team declares of the way to a service, whatever service it is. Paths are those of PEM files, relative to the team file. */
export type Reach = {
  readonly headers?: readonly DeclaredHeader[];
  readonly ca?: string;
  readonly certificate?: { readonly cert: string; readonly key: SecretName };
};

const about = v.description;
const optional = v.exactOptional;
const pemFile = v.pipe(text(formats.name), about("Path of a PEM file, relative to this file"));

/** Keys of everything that is asked over HTTP. */
export const reachEntries = {
  headers: optional(
    v.pipe(tableOf(v.string()), about("Sent with every request; a value may be, or end with, secret:NAME")),
  ),
  tls: optional(
    v.pipe(
      shape({
        ca: optional(pemFile),
        cert: optional(pemFile),
        key: optional(v.pipe(text(formats.secret), about("Of cert: its private key as PEM, in the secret store"))),
      }),
      about("An authority to believe besides the system's, and a certificate to show"),
    ),
  ),
};

type TlsFile = { readonly ca?: string; readonly cert?: string; readonly key?: string };

export type ReachFile = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly tls?: TlsFile;
  /** Older than `tls`. */
  readonly ca?: string;
};

/** Reads them; `undefined` where the file says nothing of the kind. */
export function readReach(review: Review, { value, path }: Item<ReachFile>): Reach | undefined {
  const headers = readHeaders(review, { value: value.headers ?? {}, path: [...path, "headers"] });
  const certificate = readCertificate(review, { value: value.tls ?? {}, path: [...path, "tls"] });
  if (value.ca !== undefined && value.tls?.ca !== undefined) {
    review.keyProblem([...path, "ca"], { kind: "conflict", found: "both ca and tls.ca", expected: "one of them" });
  }
  const ca = value.tls?.ca ?? value.ca;
  if (headers.length === 0 && certificate === undefined && ca === undefined) return undefined;
  return {
    ...(headers.length > 0 && { headers }),
    ...(ca !== undefined && { ca }),
    ...(certificate && { certificate }),
  };
}

function readCertificate(review: Review, { value: { cert, key }, path }: Item<TlsFile>): Reach["certificate"] {
  if (cert !== undefined && key !== undefined) return { cert, key: secretName(key) };
  for (const [has, lacks] of [
    ["cert", "key"],
    ["key", "cert"],
  ] as const) {
    if (!isWritten(review, [...path, has]) || isWritten(review, [...path, lacks])) continue;
    const expected = lacks === "key" ? "key: secret:NAME of its private key" : "cert: the certificate of this key";
    review.problem(path, { kind: "missing", found: `no ${lacks}`, expected });
  }
  return undefined;
}

const mostHeaders = 50;
const headerName = /^[\w!#$%&'*+.^`|~-]{1,100}$/;
/** Printable, and short enough for every server. */
const headerValue = /^[\x20-\x7e]{0,2000}$/;
const withSecret = /^([\x20-\x7e]{0,200}?)(secret:[A-Za-z0-9][A-Za-z0-9._-]{0,63})$/;

/** Headers that belong to a connection or to the request itself (RFC 9110, 7.6.1). */
const ours = new Set([
  "connection",
  "content-length",
  "content-type",
  "expect",
  "host",
  "keep-alive",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

function readHeaders(
  review: Review,
  { value, path }: Item<Readonly<Record<string, string>>>,
): readonly DeclaredHeader[] {
  const entries = Object.entries(value);
  if (entries.length > mostHeaders) {
    review.problem(path, {
      kind: "out-of-range",
      found: `${entries.length} headers`,
      expected: `at most ${mostHeaders}`,
    });
  }
  return entries
    .slice(0, mostHeaders)
    .map(([name, written]) => readHeader(review, { value: { name, written }, path: [...path, name] }))
    .filter((header) => header !== undefined);
}

function readHeader(
  review: Review,
  { value: { name, written }, path }: Item<{ readonly name: string; readonly written: string }>,
): DeclaredHeader | undefined {
  const lower = name.toLowerCase();
  if (!headerName.test(name) || ours.has(lower)) {
    const expected = ours.has(lower) ? "no header that Baton sets itself" : "a header's name, such as X-Scope-OrgID";
    review.keyProblem(path, { kind: "bad-id", found: foundText(name), expected });
    return undefined;
  }
  if (lower === "authorization") refuseTwice(review, path);
  const [, prefix, secret] = withSecret.exec(written) ?? [];
  if (prefix !== undefined && secret !== undefined) return { name: lower, prefix, secret: secretName(secret) };
  if (secretive.test(name) || lower === "cookie" || /\bsecret:/.test(written)) {
    const found = "text that is not shown here";
    const expected = "secret:NAME, which points into the secret store, with or without text before it";
    review.problem(path, { kind: "secret-in-file", found, expected });
  } else if (!headerValue.test(written)) {
    const expected = "a line of ASCII of at most 2000 characters";
    review.problem(path, { kind: "out-of-range", found: foundText(written), expected });
  } else return { name: lower, value: written };
  return undefined;
}

/** Who Baton is may be said once. */
function refuseTwice(review: Review, path: Path): void {
  const item = path.slice(0, -2);
  const other = ["auth", "token"].find((key) => isWritten(review, [...item, key]));
  if (other === undefined) return;
  review.keyProblem(path, { kind: "conflict", found: `both ${other} and this header`, expected: "one of them" });
}

export const secretsOfReach = (reach: Reach | undefined): readonly SecretName[] => [
  ...(reach?.headers ?? []).flatMap((header) => ("secret" in header ? [header.secret] : [])),
  ...(reach?.certificate ? [reach.certificate.key] : []),
];
