import { request as plainRequest, type Agent as PlainAgent, type RequestOptions } from "node:http";
import { Agent as TlsAgent, request as tlsRequest, type AgentOptions } from "node:https";
import { isIP } from "node:net";
import type { Duplex } from "node:stream";
import { connect as tlsConnect } from "node:tls";
import { codeOf, HttpError } from "./http-error.ts";
import { hostNameOf, proxyHeaders, proxyName, type Proxy } from "./proxy.ts";

/** A proxy, and the connections to it. */
export type Way = { readonly proxy: Proxy; readonly agent: PlainAgent };

/** Connections to servers behind a proxy, each through a tunnel that the proxy opens for it and cannot look into. */
export class TunnelAgent extends TlsAgent {
  readonly #way: Way;

  constructor(way: Way, options: AgentOptions) {
    super(options);
    this.#way = way;
  }

  override createConnection(
    options: RequestOptions,
    callback: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const host = options.host ?? "";
    openTunnel(this.#way, { authority: authorityOf(host, options.port), signal: options.signal }).then(
      (socket) => callback(null, tlsConnect({ ...this.options, socket, host, servername: isIP(host) ? "" : host })),
      // Node looks at the error alone where there is one.
      (thrown: unknown) => callback(thrown instanceof Error ? thrown : new Error(String(thrown)), undefined as never),
    );
  }
}

const authorityOf = (host: string, port: RequestOptions["port"]): string =>
  `${isIP(host) === 6 ? `[${host}]` : host}:${String(port ?? 443)}`;

type Target = { readonly authority: string; readonly signal: AbortSignal | undefined };

/** Asks the proxy for a way to a server (RFC 9110, 9.3.6). */
function openTunnel({ proxy, agent }: Way, { authority, signal }: Target): Promise<Duplex> {
  const failed = (code: string): HttpError => new HttpError({ kind: "proxy-failed", proxy: proxyName(proxy), code });
  return new Promise((resolve, reject) => {
    const { protocol, port } = proxy.url;
    const ask = protocol === "https:" ? tlsRequest : plainRequest;
    const asked = ask({
      method: "CONNECT",
      protocol,
      hostname: hostNameOf(proxy.url),
      port,
      path: authority,
      headers: { host: authority, ...proxyHeaders(proxy) },
      agent,
      ...(signal && { signal }),
    });
    asked.once("connect", ({ statusCode = 0 }, socket, head) => {
      if (statusCode === 200) {
        if (head.length > 0) socket.unshift(head);
        return resolve(socket);
      }
      socket.destroy();
      const refused = { kind: "proxy-unauthorized", proxy: proxyName(proxy) } as const;
      reject(statusCode === 407 ? new HttpError(refused) : failed(`HTTP ${String(statusCode)}`));
    });
    asked.once("error", (thrown) => reject(failed(codeOf(thrown))));
    asked.end();
  });
}
