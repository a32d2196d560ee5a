import type { SecretName } from "./ids.ts";
import { shown, type Review } from "./review.ts";
import type { Path } from "./team-document.ts";
import { foundText } from "./team-problem.ts";

/** An http or https address, taken apart as far as a team file needs it (RFC 3986, section 3). */
export type Address = {
  readonly scheme: "http" | "https";
  readonly host: string;
  readonly hasUserInfo: boolean;
  readonly hasQuery: boolean;
};

const form =
  /^(https?):\/\/(?:([^/?#\s]*)@)?(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?(\/[^?#\s]*)?(\?[^#\s]*)?(#\S*)?$/i;

/** Takes an address apart; `undefined` where it is none. */
export function parseAddress(text: string): Address | undefined {
  const found = form.exec(text);
  if (!found) return undefined;
  const [, scheme = "", userInfo, host = "", , , query, fragment] = found;
  return {
    scheme: scheme.toLowerCase() === "https" ? "https" : "http",
    host: host.toLowerCase(),
    hasUserInfo: userInfo !== undefined,
    hasQuery: query !== undefined || fragment !== undefined,
  };
}

/** True for names and numbers of this machine itself. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);

/**
 * Checks the base address of a server: http or https, with no credentials and no query, where tokens would hide. Returns it without
 * slashes at its end; `undefined` once a problem is reported.
 */
export function checkServerAddress(review: Review, path: Path, text: string): string | undefined {
  const address = parseAddress(text);
  if (!address) {
    // A malformed address may still hold a password, so only a plain one is shown.
    const found = /[@?#]/.test(text) ? "text that is not shown here" : shown(path, text);
    review.problem(path, { kind: "bad-url", found, expected: "an https address, or http within this machine" });
    return undefined;
  }
  if (address.hasUserInfo) {
    const expected = "an address without credentials; name them under auth, as secret:NAME";
    review.problem(path, { kind: "secret-in-file", found: "credentials in an address", expected });
    return undefined;
  }
  if (address.hasQuery) {
    review.problem(path, {
      kind: "bad-url",
      found: "an address with a query",
      expected: "an address that ends with its path",
    });
    return undefined;
  }
  if (address.scheme === "http" && !isLoopback(address.host)) review.unencrypted(path, address.host);
  return text.replace(/\/+$/, "");
}

/** Where a feed is: an address, a secret that holds one (a personal address is a key), or a file beside the team file. */
export type FeedPlace =
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "secret"; readonly name: SecretName }
  | { readonly kind: "file"; readonly path: string };

/** Addresses of personal feeds hold a key in their path (Google, Fastmail), or in their query. */
const keyInside = /\/private-[0-9a-f]{16,}\/|[?&][^=&]*(token|key|pass|secret|auth|signature)[^=&]*=/i;

/**
 * Reads a calendar's address: a secret's name, an https or webcal address without credentials, or a path. `undefined` once a problem
 * is reported. A query is part of many feeds' addresses.
 */
export function checkFeedAddress(review: Review, path: Path, text: string): FeedPlace | undefined {
  const secret = /^secret:([A-Za-z0-9][A-Za-z0-9._-]{0,63})$/.exec(text);
  if (secret?.[1] !== undefined) return { kind: "secret", name: secret[1] };
  const address = parseAddress(text.replace(/^webcals?:/i, "https:"));
  // One letter and a colon is a drive of Windows.
  if (!address && !/^[a-z][a-z0-9+.-]+:/i.test(text)) return { kind: "file", path: text };
  if (address?.hasUserInfo === true || keyInside.test(text)) {
    const found = address?.hasUserInfo === true ? "credentials in an address" : "a personal address, which is a key";
    const expected = "an address that anybody may know, or secret:NAME for a private one";
    review.problem(path, { kind: "secret-in-file", found, expected });
    return undefined;
  }
  if (address && (address.scheme === "https" || isLoopback(address.host))) return { kind: "url", url: text };
  // A malformed address may still hold a password, so only a plain one is shown.
  const found = /[@?#]/.test(text) ? "text that is not shown here" : foundText(text);
  review.problem(path, { kind: "bad-url", found, expected: "an https or webcal address, a path, or secret:NAME" });
  return undefined;
}
