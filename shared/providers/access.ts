import * as v from "valibot";
import { checkServerAddress } from "../team-file/address.ts";
import type { SecretName } from "../team-file/ids.ts";
import type { Item } from "../team-file/reading.ts";
import { isWritten, type Review } from "../team-file/review.ts";
import { listOf, shape } from "../team-file/shape.ts";
import { valueAt, type Path } from "../team-file/team-document.ts";
import { formats, text } from "../team-file/text-format.ts";

/* How a service is reached: keys of the team file that several kinds of provider have. */

const about = v.description;
const optional = v.exactOptional;

/** The addresses of a service that may run as a cluster. */
export const addressEntries = {
  url: optional(v.pipe(v.string(), about("Address of the server"))),
  urls: optional(v.pipe(listOf(v.string(), 20), about("Addresses of the peers of one cluster, instead of url"))),
};

type AddressesFile = { readonly url?: string; readonly urls?: readonly string[] };

/** The addresses of an item, each once and without slashes at its end. */
export function readAddresses(review: Review, { value, path }: Item<AddressesFile>): readonly string[] {
  const { url, urls = [] } = value;
  if (url !== undefined && value.urls !== undefined) {
    review.keyProblem([...path, "urls"], { kind: "conflict", found: "both url and urls", expected: "one of them" });
  }
  if (!isWritten(review, [...path, "url"]) && (!isWritten(review, [...path, "urls"]) || value.urls?.length === 0)) {
    const expected = "url, or urls of the peers of one cluster";
    review.problem(path, { kind: "missing", found: "no address", expected });
  }
  const single = url === undefined ? [] : [checkServerAddress(review, [...path, "url"], url)];
  const several = urls.map((one, index) => checkServerAddress(review, [...path, "urls", index], one));
  return [...new Set([...single, ...several].filter((one) => one !== undefined))];
}

/** Who Baton is to a service. */
export type Auth =
  | { readonly kind: "basic"; readonly username: string; readonly password: SecretName }
  | { readonly kind: "bearer"; readonly token: SecretName };

const secret = text(formats.secret);

export const authEntry = optional(
  v.pipe(
    shape({
      basic: optional(shape({ username: text(formats.name), password: secret })),
      bearer: optional(secret),
    }),
    about("Either basic or bearer; secrets are named as secret:NAME"),
  ),
);

type AuthFile = { readonly basic?: { readonly username: string; readonly password: string }; readonly bearer?: string };

export function readAuth(review: Review, { value, path }: Item<AuthFile | undefined>): Auth | undefined {
  const { basic, bearer } = value ?? {};
  if (basic && bearer !== undefined) {
    review.problem(path, { kind: "conflict", found: "both basic and bearer", expected: "one of them" });
  }
  if (basic) return { kind: "basic", username: basic.username, password: secretName(basic.password) };
  if (bearer !== undefined) return { kind: "bearer", token: secretName(bearer) };
  if (value && !hasKeys(review, path)) {
    review.problem(path, { kind: "missing", found: "neither", expected: "basic or bearer" });
  }
  return undefined;
}

export const secretsOfAuth = (auth: Auth | undefined): readonly SecretName[] =>
  auth === undefined ? [] : [auth.kind === "basic" ? auth.password : auth.token];

const hasKeys = ({ document }: Review, path: Path): boolean =>
  Object.keys(valueAt(document.value, path) ?? {}).length > 0;

/** The name in a text that has passed `formats.secret`. */
export const secretName = (text: string): SecretName => text.slice("secret:".length);
