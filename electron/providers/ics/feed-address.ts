/**
 * The address of a feed as it is asked for: `webcal:` is how calendars are subscribed to, and means https. `undefined` where it is no address
 * that may be asked: http is for this machine alone, since a personal address is a key.
 */
export function feedAddress(text: string): URL | undefined {
  const address = text.trim().replace(/^webcals?:/i, "https:");
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.username !== "" || url.password !== "") return undefined;
  const secure = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  return secure ? url : undefined;
}

const isLoopback = (host: string): boolean =>
  host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);

/** Where a redirect leads, if it stays with the server that was asked: elsewhere the address, which may be a key, is not carried. */
export function redirectTarget(from: URL, location: string | undefined): URL | undefined {
  if (location === undefined || !URL.canParse(location, from.href)) return undefined;
  const target = feedAddress(new URL(location, from.href).href);
  return target?.origin === from.origin ? target : undefined;
}
