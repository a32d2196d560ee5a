import { err } from "../../../shared/result.ts";
import type { Http, HttpRequest, HttpResponse } from "../../core/ports.ts";
import { createAgents } from "./http-agents.ts";
import { exchange, type Outcome } from "./http-exchange.ts";
import { proxyName, proxyOfEnvironment, type ProxyFor } from "./proxy.ts";

/**
 * The Http port on Node's own client. Whatever is asked goes by the proxy that `proxyFor` names. `dispose` closes the connections that
 * are kept for the next request.
 */
export function createHttp(proxyFor: ProxyFor = proxyOfEnvironment(process.env)): Http & { dispose(): void } {
  const agents = createAgents();
  const ask = async (url: URL, request: HttpRequest, deadlineAt: number): Promise<Outcome> => {
    const proxy = await inTime(proxyFor(url), deadlineAt);
    if (!proxy) return err({ kind: "timeout", afterMs: request.deadline });
    if (proxy.value && !speaksHttp(proxy.value.url)) {
      return err({ kind: "proxy-failed", proxy: proxyName(proxy.value), code: "ERR_PROXY_SCHEME" });
    }
    const attempt = { url, request, agents, proxy: proxy.value, deadlineAt };
    const first = await exchange(attempt);
    return first === "stale" ? noAnswerIfStale(await exchange(attempt)) : first;
  };
  return {
    async request(request) {
      const url = httpUrl(request.url);
      if (!url) return err({ kind: "unreachable", code: "ERR_INVALID_URL" });
      const deadlineAt = performance.now() + request.deadline;
      const answer = await ask(url, request, deadlineAt);
      const next = answer.ok && request.redirect === "one-hop" ? hopOf(url, request, answer.value) : undefined;
      return next ? ask(next, toAStranger(request), deadlineAt) : answer;
    },
    dispose: () => agents.dispose(),
  };
}

/** http and https only. A name and password in the address would bypass the secret store, so they are refused. */
function httpUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return speaksHttp(url) && url.username === "" && url.password === "" ? url : undefined;
}

const speaksHttp = ({ protocol }: URL): boolean => protocol === "http:" || protocol === "https:";

const noAnswerIfStale = (outcome: Outcome | "stale"): Outcome =>
  outcome === "stale" ? err({ kind: "unreachable", code: "ECONNRESET" }) : outcome;

/** Where an answer to a question sends us, if it may be asked there; never from https to http. */
function hopOf(from: URL, { method }: HttpRequest, { status, headers }: HttpResponse): URL | undefined {
  const location = headers["location"];
  if (method !== "GET" || ![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  if (!URL.canParse(location, from.href)) return undefined;
  const target = httpUrl(new URL(location, from.href).href);
  return from.protocol === "https:" && target?.protocol === "http:" ? undefined : target;
}

/** The same question without anything that says who asks: it may be another server that answers. */
function toAStranger({ headers, deadline, maxBytes }: HttpRequest): HttpRequest {
  const accept = headers?.["accept"];
  return { method: "GET", url: "", deadline, maxBytes, ...(accept !== undefined && { headers: { accept } }) };
}

/** What a promise gives, if it does so until then. */
async function inTime<T>(promised: T | Promise<T>, deadlineAt: number): Promise<{ readonly value: T } | undefined> {
  if (!(promised instanceof Promise)) return { value: promised };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, deadlineAt - performance.now()));
  });
  try {
    return await Promise.race([promised.then((value) => ({ value })), late]);
  } finally {
    clearTimeout(timer);
  }
}
