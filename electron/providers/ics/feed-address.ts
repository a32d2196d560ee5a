import { privateAddress } from "../reach/private-address.ts";

/** The address of a feed as it is asked for: `webcal:` is how calendars are subscribed to, and means https. */
export const feedAddress = (text: string): URL | undefined =>
  privateAddress(text.trim().replace(/^webcals?:/i, "https:"));

/** Where a redirect leads, if it stays with the server that was asked: elsewhere the address, which may be a key, is not carried. */
export function redirectTarget(from: URL, location: string | undefined): URL | undefined {
  if (location === undefined || !URL.canParse(location, from.href)) return undefined;
  const target = feedAddress(new URL(location, from.href).href);
  return target?.origin === from.origin ? target : undefined;
}
