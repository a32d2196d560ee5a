import { BlockList, isIP } from "node:net";
import { isLoopback } from "../../../shared/team-file/address.ts";

/** A server that carries requests to others. A name and password in its address are for it alone. */
export type Proxy = { readonly url: URL };

/** Which proxy a request to an address goes by; `undefined` where it goes by none. */
export type ProxyFor = (url: URL) => Proxy | undefined | Promise<Proxy | undefined>;

/** How people call it: never with its name and password. */
export const proxyName = ({ url }: Proxy): string => url.host;

/** Without the brackets of IPv6. */
export const hostNameOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "");

/** What lets us through a proxy (RFC 9110, 11.7.1). */
export function proxyHeaders({ url }: Proxy): Readonly<Record<string, string>> {
  if (url.username === "" && url.password === "") return {};
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxies of `HTTPS_PROXY` and `HTTP_PROXY`, in capitals or not, but for what `NO_PROXY` names: hosts with all below them, `*`,
 * addresses and networks (`10.0.0.0/8`), each with a port or without. This machine itself is never asked by way of another one.
 */
export function proxyOfEnvironment(env: Environment): (url: URL) => Proxy | undefined {
  const proxies = { "https:": proxyAt(read(env, "https_proxy")), "http:": proxyAt(read(env, "http_proxy")) };
  const passed = exceptions(read(env, "no_proxy") ?? "");
  return (url) => {
    const proxy = url.protocol === "https:" ? proxies["https:"] : proxies["http:"];
    return proxy && !isLoopback(url.hostname) && !passed(url) ? proxy : undefined;
  };
}

const read = (env: Environment, name: string): string | undefined => env[name] ?? env[name.toUpperCase()];

/** A proxy by its address, or by host and port alone; `undefined` where that is none. */
export function proxyAt(text: string | undefined): Proxy | undefined {
  const address = text?.trim() ?? "";
  if (address === "") return undefined;
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  return URL.canParse(whole) ? { url: new URL(whole) } : undefined;
}

const portOf = (url: URL): string => url.port || (url.protocol === "https:" ? "443" : "80");

function exceptions(list: string): (url: URL) => boolean {
  const matches = list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .map(exception);
  return (url) => matches.some((isMatch) => isMatch(url));
}

function exception(entry: string): (url: URL) => boolean {
  if (entry === "*") return () => true;
  const network = networkOf(entry);
  if (network) {
    return (url) => {
      const host = hostNameOf(url);
      const family = isIP(host);
      return family !== 0 && network.check(host, family === 6 ? "ipv6" : "ipv4");
    };
  }
  const [, name = entry, port] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
  const host = name.replace(/^\*?\./, "").replace(/^\[|\]$/g, "");
  return (url) => {
    const asked = hostNameOf(url).toLowerCase();
    return (asked === host || asked.endsWith(`.${host}`)) && (port === undefined || port === portOf(url));
  };
}

/** `10.0.0.0/8`, `fd00::/8`, or one address without a port. */
function networkOf(entry: string): BlockList | undefined {
  const [address = "", length] = entry.split("/");
  const bare = address.replace(/^\[|\]$/g, "");
  const family = isIP(bare);
  if (family === 0) return undefined;
  const type = family === 6 ? "ipv6" : "ipv4";
  const most = family === 6 ? 128 : 32;
  const bits = length === undefined ? most : Number(length);
  const list = new BlockList();
  if (Number.isInteger(bits) && bits >= 0 && bits <= most) list.addSubnet(bare, bits, type);
  return list;
}
