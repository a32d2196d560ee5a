import { request as plainRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as tlsRequest } from "node:https";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Http, HttpFailure, HttpRequest, HttpResponse } from "../../core/ports.ts";
import { createAgents, type Agents } from "./http-agents.ts";
import { acceptedEncodings, readBody } from "./http-body.ts";
import { failureOf } from "./http-failure.ts";

type Outcome = Result<HttpResponse, HttpFailure>;

/** One try at a request. `deadlineAt` is by the monotonic clock. */
type Attempt = {
  readonly url: URL;
  readonly request: HttpRequest;
  readonly agents: Agents;
  readonly deadlineAt: number;
};

/** The Http port on Node's own client. `dispose` closes the connections that are kept for the next request. */
export function createHttp(): Http & { dispose(): void } {
  const agents = createAgents();
  return {
    async request(request) {
      const url = httpUrl(request.url);
      if (!url) return err({ kind: "unreachable", code: "ERR_INVALID_URL" });
      const attempt: Attempt = { url, request, agents, deadlineAt: performance.now() + request.deadline };
      const first = await exchange(attempt);
      return first === "stale" ? noAnswerIfStale(await exchange(attempt)) : first;
    },
    dispose: () => agents.dispose(),
  };
}

/** http and https only. A name and password in the address would bypass the secret store, so they are refused. */
function httpUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isHttp = url.protocol === "http:" || url.protocol === "https:";
  return isHttp && url.username === "" && url.password === "" ? url : undefined;
}

const noAnswerIfStale = (outcome: Outcome | "stale"): Outcome =>
  outcome === "stale" ? err({ kind: "unreachable", code: "ECONNRESET" }) : outcome;

/**
 * `stale`: a kept connection turned out to have been closed by the server before any of the answer came
 * (nodejs.org/api/http.html#requestreusedsocket), which says nothing of the server's health.
 */
function exchange({ url, request, agents, deadlineAt }: Attempt): Promise<Outcome | "stale"> {
  return new Promise((resolve) => {
    const opened = open(url, request, agents);
    if (!opened.ok) {
      resolve(opened);
      return;
    }
    const sent = opened.value;
    let answered = false;
    const settle = (outcome: Outcome | "stale"): void => {
      clearTimeout(timer);
      resolve(outcome);
      if (outcome === "stale" || !outcome.ok) sent.destroy();
    };
    const late = (): void => settle(err({ kind: "timeout", afterMs: request.deadline }));
    const timer = setTimeout(late, Math.max(0, deadlineAt - performance.now()));
    sent.on("response", (response) => {
      answered = true;
      void receive(response, request).then(settle);
    });
    sent.on("error", (thrown) => settle(sent.reusedSocket && !answered ? "stale" : err(failureOf(thrown))));
    sent.end(request.body);
  });
}

function open(url: URL, request: HttpRequest, agents: Agents): Result<ClientRequest, HttpFailure> {
  try {
    const options: RequestOptions = {
      method: request.method,
      protocol: url.protocol,
      hostname: url.hostname.replace(/^\[|\]$/g, ""),
      port: url.port,
      path: url.pathname + url.search,
      headers: headersOf(request),
      agent: agents.forRequest(url, request),
    };
    return ok(url.protocol === "https:" ? tlsRequest(options) : plainRequest(options));
  } catch (thrown) {
    // A header that Node will not send, or an authority that it cannot read.
    return err(failureOf(thrown));
  }
}

function headersOf(request: HttpRequest): Record<string, string | number> {
  return {
    "accept-encoding": acceptedEncodings,
    "user-agent": "baton",
    ...request.headers,
    ...Object.fromEntries((request.credential ?? []).map(({ name, prefix, secret }) => [name, prefix + secret])),
    ...(request.body !== undefined && { "content-length": Buffer.byteLength(request.body) }),
  };
}

async function receive(response: IncomingMessage, request: HttpRequest): Promise<Outcome> {
  const body = await readBody(response, request);
  if (!body.ok) return body;
  const headers: Record<string, string> = {};
  for (const [name, value = ""] of Object.entries(response.headers)) headers[name] = String(value);
  return ok({ status: response.statusCode ?? 0, headers, body: body.value });
}
