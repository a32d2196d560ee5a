import { Agent as PlainAgent } from "node:http";
import { Agent as TlsAgent, type AgentOptions } from "node:https";
import type { HttpRequest, HttpTls } from "../../core/ports.ts";
import { createTrust } from "./http-trust.ts";
import type { Proxy } from "./proxy.ts";
import { TunnelAgent } from "./tunnel.ts";

/** The pools of connections: one for http, and one for each way to servers and each set of certificates that a caller adds. */
export type Agents = {
  forRequest(url: URL, request: HttpRequest, proxy: Proxy | undefined): PlainAgent;
  dispose(): void;
};

type Pair = { readonly kept: PlainAgent; readonly fresh: PlainAgent };

/** Far above what a team declares; certificates that were renewed leave pools behind. */
const mostPools = 100;

/**
 * A GET reuses a kept connection. Anything else gets a fresh one: the server may have closed a kept one meanwhile, and
 * what changes something cannot be sent again without asking.
 */
export function createAgents(): Agents {
  const contextFor = createTrust();
  const plain: Pair = { kept: new PlainAgent({ keepAlive: true }), fresh: new PlainAgent() };
  const pools = new Map<string, Pair>();

  const pool = (name: readonly unknown[], make: (options: AgentOptions) => PlainAgent, tls: HttpTls): Pair => {
    const key = JSON.stringify([...name, tls]);
    const known = pools.get(key);
    if (known) return known;
    // A context rather than `ca`: Node makes the text of all authorities part of the name of each pooled connection.
    const options: AgentOptions = { secureContext: contextFor(tls), ALPNProtocols: ["http/1.1"] };
    const pair = { kept: make({ ...options, keepAlive: true }), fresh: make(options) };
    pools.set(key, pair);
    for (const [oldest, old] of pools) {
      if (pools.size <= mostPools) break;
      pools.delete(oldest);
      close(old);
    }
    return pair;
  };
  const direct = (tls: HttpTls): Pair => pool(["direct"], (options) => new TlsAgent(options), tls);
  const toProxy = ({ url }: Proxy): Pair => (url.protocol === "https:" ? direct({}) : plain);
  const through = (proxy: Proxy, tls: HttpTls): Pair => {
    const way = { proxy, agent: toProxy(proxy).fresh };
    return pool(["through", proxy.url.href], (options) => new TunnelAgent(way, options), tls);
  };

  return {
    forRequest(url, { method, tls = {} }, proxy) {
      const secure = url.protocol === "https:";
      const pair = proxy ? (secure ? through(proxy, tls) : toProxy(proxy)) : secure ? direct(tls) : plain;
      return method === "GET" ? pair.kept : pair.fresh;
    },
    dispose() {
      for (const pair of [plain, ...pools.values()]) close(pair);
    },
  };
}

function close({ kept, fresh }: Pair): void {
  kept.destroy();
  fresh.destroy();
}
