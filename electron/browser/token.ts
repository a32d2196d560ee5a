/** The subprotocol that both sides speak, and the prefix of the one that carries the token. */
export const protocol = "baton.v1";
const tokenPrefix = "baton.token.";

/** What a page offers in `Sec-WebSocket-Protocol`: a header of its own is denied to it, and a URL is kept in histories. */
export type Offer = { readonly speaksBaton: boolean; readonly token: string | undefined };

/** Reads the offered subprotocols. */
export function readOffer(header: string | undefined): Offer {
  const offered = (header ?? "").split(",").map((name) => name.trim());
  const token = offered.find((name) => name.startsWith(tokenPrefix))?.slice(tokenPrefix.length);
  return { speaksBaton: offered.includes(protocol), token };
}
