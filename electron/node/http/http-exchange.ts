import { request as plainRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as tlsRequest } from "node:https";
import { TLSSocket } from "node:tls";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { HttpFailure } from "../../../shared/providers/failure.ts";
import type { HttpBody, HttpRequest, HttpResponse } from "../../core/ports.ts";
import type { Agents } from "./http-agents.ts";
import { acceptedEncodings, readBody } from "./http-body.ts";
import { codeOf } from "./http-error.ts";
import { failureOf } from "./http-failure.ts";
import { hostNameOf, proxyHeaders, proxyName, type Proxy } from "./proxy.ts";

export type Outcome = Result<HttpResponse, HttpFailure>;

/** One try at a request. `deadlineAt` is by the monotonic clock. */
export type Attempt = {
  readonly url: URL;
  readonly request: HttpRequest;
  readonly agents: Agents;
  readonly proxy: Proxy | undefined;
  readonly deadlineAt: number;
};

/**
 * Sends a request and reads its answer. `stale`: a kept connection turned out to have been closed by the server before any of the
 * answer came (nodejs.org/api/http.html#requestreusedsocket), which says nothing of the server's health.
 */
export function exchange(attempt: Attempt): Promise<Outcome | "stale"> {
  const { request, deadlineAt } = attempt;
  return new Promise((resolve) => {
    const abandoned = new AbortController();
    const opened = open(attempt, abandoned.signal);
    if (!opened.ok) {
      resolve(opened);
      return;
    }
    const sent = opened.value;
    let answered = false;
    let connected = false;
    const settle = (outcome: Outcome | "stale"): void => {
      clearTimeout(timer);
      resolve(outcome);
      // Ends what is still being connected, too, which the request itself would wait for.
      if (outcome === "stale" || !outcome.ok) abandoned.abort();
    };
    const late = (): void => settle(err({ kind: "timeout", afterMs: request.deadline }));
    const timer = setTimeout(late, Math.max(0, deadlineAt - performance.now()));
    sent.on("socket", (socket) => {
      const event = socket instanceof TLSSocket ? "secureConnect" : "connect";
      if (socket.connecting) socket.once(event, () => (connected = true));
      else connected = true;
    });
    sent.on("response", (response) => {
      answered = true;
      void receive(response, attempt).then(settle);
    });
    sent.on("error", (thrown) => {
      if (sent.reusedSocket && !answered) settle("stale");
      else settle(err(connected ? failureOf(thrown) : failureToConnect(thrown, attempt)));
    });
    sent.end(bodyText(request.body));
  });
}

/** A proxy that is asked for http is connected to like a server, but it is not the server that cannot be reached. */
const failureToConnect = (thrown: unknown, { url, proxy }: Attempt): HttpFailure =>
  proxy && url.protocol === "http:"
    ? { kind: "proxy-failed", proxy: proxyName(proxy), code: codeOf(thrown) }
    : failureOf(thrown);

function open(attempt: Attempt, signal: AbortSignal): Result<ClientRequest, HttpFailure> {
  const { url, request, agents, proxy } = attempt;
  try {
    // Of http, a proxy is asked for the whole address; https goes through a tunnel that the agent opens.
    const asked = proxy && url.protocol === "http:" ? proxy.url : url;
    const options: RequestOptions = {
      method: request.method,
      protocol: asked.protocol,
      hostname: hostNameOf(asked),
      port: asked.port,
      path: (asked === url ? "" : url.origin) + url.pathname + url.search,
      headers: { ...headersOf(request), ...(asked !== url && proxy && { host: url.host, ...proxyHeaders(proxy) }) },
      agent: agents.forRequest(url, request, proxy),
      signal,
    };
    return ok(asked.protocol === "https:" ? tlsRequest(options) : plainRequest(options));
  } catch (thrown) {
    // A header that Node will not send, or a certificate or authority that it cannot read.
    return err(failureOf(thrown));
  }
}

function headersOf({ headers, body, credential = [] }: HttpRequest): Record<string, string | number> {
  const text = bodyText(body);
  return {
    "accept-encoding": acceptedEncodings,
    "user-agent": "baton",
    ...(body && { "content-type": contentTypes[body.kind] }),
    ...headers,
    ...Object.fromEntries(credential.map(({ name, prefix, secret }) => [name, prefix + secret])),
    ...(text !== undefined && { "content-length": Buffer.byteLength(text) }),
  };
}

const contentTypes: Readonly<Record<HttpBody["kind"], string>> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
};

function bodyText(body: HttpBody | undefined): string | undefined {
  if (!body) return undefined;
  if (body.kind === "json") return JSON.stringify(body.value);
  const fields = new URLSearchParams();
  for (const [name, value] of body.fields) fields.append(name, value);
  return fields.toString();
}

async function receive(response: IncomingMessage, { request, proxy }: Attempt): Promise<Outcome> {
  const body = await readBody(response, request);
  if (!body.ok) return body;
  const { statusCode: status = 0 } = response;
  // No server answers so: it is what lies between.
  if (status === 407) return err({ kind: "proxy-unauthorized", ...(proxy && { proxy: proxyName(proxy) }) });
  const headers: Record<string, string> = {};
  for (const [name, value = ""] of Object.entries(response.headers)) headers[name] = String(value);
  return ok({ status, headers, body: body.value });
}
