import { isLoopback } from "../../../shared/team-file/address.ts";

/**
 * An address that may be a key as a whole (a feed, a webhook), as it may be asked: over https, or http within this machine, and without
 * credentials, which would be sent in a header nobody named. `undefined` for any other. It is told in no failure and no log.
 */
export function privateAddress(text: string): URL | undefined {
  if (!URL.canParse(text.trim())) return undefined;
  const url = new URL(text.trim());
  if (url.username !== "" || url.password !== "") return undefined;
  const isPrivate = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  return isPrivate ? url : undefined;
}
