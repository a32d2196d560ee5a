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

/** Checks a calendar's address: a secret's name, an https address without credentials, or a path. */
export function checkFeedAddress(review: Review, path: Path, text: string): void {
  if (text.startsWith("secret:")) return;
  const address = parseAddress(text);
  if (address?.hasUserInfo === true) {
    const expected = "an address without credentials, or secret:NAME for a private one";
    review.problem(path, { kind: "secret-in-file", found: "credentials in an address", expected });
  } else if (address === undefined && /^[a-z][a-z0-9+.-]*:/i.test(text)) {
    const found = /[@?#]/.test(text) ? "text that is not shown here" : foundText(text);
    review.problem(path, { kind: "bad-url", found, expected: "an https address, a path, or secret:NAME" });
  } else if (address?.scheme === "http" && !isLoopback(address.host)) review.unencrypted(path, address.host);
}
