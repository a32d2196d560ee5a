import type { Session } from "electron";
import { isLoopback } from "../../shared/team-file/address.ts";
import { proxyAt, proxyOfEnvironment, type Proxy, type ProxyFor } from "../node/http/proxy.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The proxy of the environment where it names any, else the one of the system's settings, a script included. */
export function systemProxy(session: Pick<Session, "resolveProxy">, env: Environment): ProxyFor {
  const named = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"].some((name) => env[name]);
  if (named) return proxyOfEnvironment(env);
  return async (url) => {
    if (isLoopback(url.hostname)) return undefined;
    try {
      // The rest of an address may be a secret, and a script of somebody else may be asked.
      return proxyOfRules(await session.resolveProxy(url.origin));
    } catch {
      // Settings that cannot be had are none.
      return undefined;
    }
  };
}

/** The scheme of a kind of proxy, as Chromium lists them (net/proxy_resolution). */
const schemes: Readonly<Record<string, string>> = {
  PROXY: "http:",
  HTTPS: "https:",
  SOCKS: "socks4:",
  SOCKS4: "socks4:",
  SOCKS5: "socks5:",
};

/** The first of the ways in a list such as `PROXY a.example:3128; DIRECT`; those after it are for when it fails. */
export function proxyOfRules(list: string): Proxy | undefined {
  const [kind = "", place] = (list.split(";")[0] ?? "").trim().split(/\s+/);
  const scheme = schemes[kind.toUpperCase()];
  return scheme === undefined || place === undefined ? undefined : proxyAt(`${scheme}//${place}`);
}
