import { isLoopback, parseAddress } from "../team-file/address.ts";
import type { RunbookId } from "./runbook.ts";

/** What an alert or a team file names as a runbook. `heading` is the part behind `#`. */
export type Place =
  | { readonly kind: "path"; readonly path: string; readonly heading?: string }
  | { readonly kind: "address"; readonly url: RunbookId; readonly heading?: string }
  | { readonly kind: "outside"; readonly url: string };

const isWeb = /^https?:\/\//i;
const markdownPath = /\.(md|markdown)$/i;
/** Pages about a Markdown file, and wikis that end an address as one: they answer with HTML for people. */
const showsHtml = /\/(?:-\/)?(?:blob|blame|edit|tree|src)\/|\/wiki\//i;
const wikis = /(^|\.)(atlassian\.net|sharepoint\.com|notion\.(so|site)|office\.com)$|(^|\.)(confluence|wiki)\./;

/**
 * Tells what Baton reads from what a browser shows: an https address (or http within this machine) that ends as a Markdown file
 * is read, unless it is a page about one; everything else on the web opens outside (000-3).
 */
export function placeOf(named: string): Place {
  const text = named.trim();
  const hash = text.indexOf("#");
  const bare = hash < 0 ? text : text.slice(0, hash);
  const heading = hash < 0 || hash === text.length - 1 ? {} : { heading: decoded(text.slice(hash + 1)) };
  if (!isWeb.test(text)) return { kind: "path", path: normalPath(bare), ...heading };
  return isReadable(bare) ? { kind: "address", url: bare, ...heading } : { kind: "outside", url: text };
}

function isReadable(url: string): boolean {
  const address = parseAddress(url);
  if (!address || address.hasUserInfo || (address.scheme === "http" && !isLoopback(address.host))) return false;
  const path = url.replace(/\?.*$/s, "");
  return markdownPath.test(path) && !showsHtml.test(path) && !wikis.test(address.host);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % is no escape: the text is taken as it stands.
    return text;
  }
}

/** A path with `/` between names, and without `.` and `..` where they can be left out. */
export function normalPath(path: string): string {
  const slashed = path.replaceAll("\\", "/");
  const root = /^(?:[A-Za-z]:)?\/+/.exec(slashed)?.[0] ?? "";
  const parts: string[] = [];
  for (const part of slashed.slice(root.length).split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || root === "") parts.push(part);
  }
  return (root === "" ? "" : root.replace(/\/+$/, "/")) + parts.join("/");
}
