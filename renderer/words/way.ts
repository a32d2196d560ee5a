type Failure = { readonly kind: Way; readonly facts: Readonly<Record<string, string | number>> };
type Way = "tls-refused" | "client-certificate" | "http2-only" | "proxy-unauthorized" | "proxy-failed";

/** What went wrong on the way to a service, whatever service it is, as a sentence with what can be done. */
export function wayWords({ kind, facts }: Failure): string {
  const code = String(facts["code"] ?? "");
  const proxy = facts["proxy"] === undefined ? "A proxy on the way" : `The proxy ${String(facts["proxy"])}`;
  switch (kind) {
    case "tls-refused":
      return `It refuses our TLS connection (${code}). It may want a client certificate (tls in the team file), or speak no TLS.`;
    case "client-certificate":
      return `The client certificate of the team file cannot be used (${code}). tls.cert is a PEM file, and tls.key its private key.`;
    case "http2-only":
      return "It speaks HTTP/2 only, and Baton HTTP/1.1. Put a proxy that speaks both before it.";
    case "proxy-unauthorized":
      return `${proxy} wants credentials (407). Put them into the proxy's address.`;
    case "proxy-failed":
      return `${proxy} does not let us through (${code}). Check HTTPS_PROXY and NO_PROXY, or the system's proxy settings.`;
  }
}
