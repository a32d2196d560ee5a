import { X509Certificate } from "node:crypto";
import { Agent as PlainAgent } from "node:http";
import { Agent as TlsAgent, type AgentOptions } from "node:https";
import { createSecureContext, getCACertificates, type SecureContext } from "node:tls";
import type { HttpRequest } from "../../core/ports.ts";

/** The pools of connections: one for http, and one for each set of certificate authorities that a caller adds. */
export type Agents = { forRequest(url: URL, request: HttpRequest): PlainAgent; dispose(): void };

type Pair = { readonly kept: PlainAgent; readonly fresh: PlainAgent };

/**
 * A GET reuses a kept connection. Anything else gets a fresh one: the server may have closed a kept one meanwhile, and
 * what changes something cannot be sent again without asking.
 */
export function createAgents(): Agents {
  const contextFor = createTrust();
  const plain: Pair = { kept: new PlainAgent({ keepAlive: true }), fresh: new PlainAgent() };
  const tls = new Map<string, Pair>();

  const tlsPair = (ca: string): Pair => {
    const made = tls.get(ca);
    if (made) return made;
    // A context rather than `ca`: Node makes the text of all authorities part of the name of each pooled connection.
    const options: AgentOptions = { secureContext: contextFor(ca) };
    const pair = { kept: new TlsAgent({ ...options, keepAlive: true }), fresh: new TlsAgent(options) };
    tls.set(ca, pair);
    return pair;
  };

  return {
    forRequest(url, request) {
      const pair = url.protocol === "https:" ? tlsPair(request.ca ?? "") : plain;
      return request.method === "GET" ? pair.kept : pair.fresh;
    },
    dispose() {
      for (const pair of [plain, ...tls.values()]) {
        pair.kept.destroy();
        pair.fresh.destroy();
      }
    },
  };
}

/**
 * Whom TLS connections believe: the authorities that ship with Node, the system's, and `ca`. The system's store takes
 * tens of milliseconds to read, so it is read when first needed.
 */
function createTrust(): (ca: string) => SecureContext {
  let known: readonly string[] | undefined;
  return (ca) => {
    known ??= [...new Set([...getCACertificates("default"), ...getCACertificates("system")])];
    return createSecureContext({ ca: [...known, ...(ca === "" ? [] : authoritiesIn(ca))] });
  };
}

/** Throws for what is no certificate, where a context would leave it out without a word. */
const authoritiesIn = (pem: string): readonly string[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [pem]).map((one) =>
    new X509Certificate(one).toString(),
  );
