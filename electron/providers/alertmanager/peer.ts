import type { SourceFailure } from "../../../shared/incident/answer.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import type { AlertmanagerConfig } from "../../../shared/providers/alertmanager.ts";
import type { HttpRequest, HttpResponse } from "../../core/ports.ts";
import type { SourceTools } from "../../core/provider.ts";
import { readAlertList, type AlertList } from "./alert-list.ts";
import type { PeerAlerts } from "./parse.ts";
import { credentialOf } from "../reach/credential.ts";
import { jsonBytes } from "../reach/json.ts";

/** Ten thousand alerts are 8 MB. */
const maxBytes = 64 * 1024 * 1024;

export type PeerCall = Pick<HttpRequest, "method" | "body" | "known"> & {
  /** Below /api/v2, with its query. */
  readonly path: string;
  readonly deadline: number;
};

export type PeerReply = Result<HttpResponse, SourceFailure>;

/** One member of a cluster. */
export type Peer = {
  readonly name: string;
  call(call: PeerCall): Promise<PeerReply>;
  /** Its alerts within `deadline` milliseconds: the same object as before while its answer is byte for byte the same. */
  alerts(deadline: number): Promise<Result<PeerAlerts, SourceFailure>>;
};

export function createPeer(url: string, config: AlertmanagerConfig, tools: SourceTools): Peer {
  const name = peerName(url);
  let last: AlertList | undefined;
  let pause: { readonly until: Instant; readonly failure: SourceFailure } | undefined;

  const call = async ({ path, ...call }: PeerCall): Promise<PeerReply> => {
    const credential = credentialOf(config.auth, tools.secrets);
    if (!credential.ok) return credential;
    return tools.http.request({
      ...call,
      credential: credential.value,
      headers: { accept: "application/json" },
      maxBytes,
      url: `${url.replace(/\/+$/, "")}/api/v2${path}`,
    });
  };

  const read = async (deadline: number): Promise<Result<PeerAlerts, SourceFailure>> => {
    const reply = await call({ method: "GET", path: "/alerts", deadline, ...(last && { known: last.bytes }) });
    const body = reply.ok ? jsonBytes(reply.value, tools.clock.now()) : reply;
    if (!body.ok) return body;
    if (last && isSame(last.bytes, body.value)) return ok(last.alerts);
    const list = readAlertList(body.value, name, last);
    if (!list.ok) return list;
    last = list.value;
    return ok(last.alerts);
  };

  return {
    name,
    call,
    async alerts(deadline) {
      if (pause && tools.clock.now() < pause.until) return err(pause.failure);
      const alerts = await read(deadline);
      const failure = alerts.ok ? undefined : alerts.error;
      pause = failure?.kind === "rate-limited" && failure.until ? { until: failure.until, failure } : undefined;
      return alerts;
    },
  };
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a === b || Buffer.compare(a, b) === 0;

/** Host and port, and the path where a gateway serves several. */
export function peerName(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  return host + pathname.replace(/\/+$/, "");
}
