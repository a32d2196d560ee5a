import { onTestFinished } from "vitest";
import type { AlertmanagerConfig } from "../../shared/providers/alertmanager.ts";
import { ok } from "../../shared/result.ts";
import { createHttp } from "../../electron/node/http/http.ts";
import { systemClock } from "../../electron/node/system-clock.ts";
import type { SourceOf, SourceTools } from "../../electron/core/provider.ts";
import { reachedHttp } from "../../electron/core/reached-http.ts";
import type { PolledConnection } from "../../electron/core/source.ts";
import { alertmanager } from "../../electron/providers/alertmanager/alertmanager.ts";
import { memorySecrets } from "./memory-secrets.ts";

export type ConnectOptions = {
  readonly heartbeat?: SourceOf<"alertmanager">["heartbeat"];
  readonly auth?: AlertmanagerConfig["auth"];
  /** The certificate authority's PEM itself. */
  readonly ca?: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly clock?: SourceTools["clock"];
};

/** A real connection of the Alertmanager source over real HTTP, to peers at these addresses. */
export function connectTo(urls: readonly string[], options: ConnectOptions = {}): PolledConnection {
  const http = createHttp();
  onTestFinished(() => http.dispose());
  const source: SourceOf<"alertmanager"> = {
    id: "prod",
    name: "Production",
    poll: 10_000,
    severity: {},
    ...(options.heartbeat && { heartbeat: options.heartbeat }),
    config: {
      kind: "alertmanager",
      urls,
      ...(options.auth && { auth: options.auth }),
    },
  };
  const store = { secrets: memorySecrets(options.secrets), readText: () => ok(options.ca ?? "") };
  const reach = options.ca === undefined ? undefined : { ca: "ca.pem" };
  return alertmanager.connect(source, {
    ...store,
    http: reachedHttp(http, reach, store),
    clock: options.clock ?? systemClock,
  });
}
