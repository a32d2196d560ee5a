import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as plainRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { freePort } from "./free-port.ts";
import { programPath } from "./requires.ts";
import { eventually } from "./eventually.ts";

/* A real Alertmanager, one or several peers of a cluster, on loopback. Only the processes started here are ever stopped. */

export const alertmanagerProgram = "prometheus-alertmanager";

export type RealAlert = {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly generatorURL?: string;
};

export type RealSilence = {
  readonly id: string;
  readonly status: { readonly state: "active" | "pending" | "expired" };
  readonly createdBy: string;
  readonly comment: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly matchers: readonly {
    readonly name: string;
    readonly value: string;
    readonly isRegex: boolean;
    readonly isEqual: boolean;
  }[];
};

export type RealAlertmanager = {
  readonly url: string;
  readonly port: number;
  readonly clusterPort: number;
  /** Starts it, again where it was stopped, on the same ports, and waits until it is ready. */
  start(): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Stops and continues the process: it keeps its connections and answers nothing. */
  freeze(): void;
  thaw(): void;
  fire(...alerts: readonly RealAlert[]): Promise<void>;
  /** Ends alerts with these labels. */
  end(...alerts: readonly RealAlert[]): Promise<void>;
  silence(silence: Omit<RealSilence, "id" | "status">): Promise<string>;
  expire(id: string): Promise<void>;
  silences(): Promise<readonly RealSilence[]>;
};

export type RealOptions = {
  readonly config?: string;
  /** TLS, and what else the file of --web.config.file shall hold; the wait then only looks for an open port. */
  readonly web?: { readonly certificate: string; readonly key: string; readonly config: string };
  readonly clusterPeers?: readonly number[];
};

/** Milliseconds; a loaded machine takes seconds to start three of them. */
const patience = 20_000;

const quietConfig = "route: { receiver: none, group_wait: 1s }\nreceivers: [{ name: none }]\n";

/** Starts one Alertmanager that the running test owns. */
export async function startAlertmanager(options: RealOptions = {}): Promise<RealAlertmanager> {
  const alertmanager = prepare(await freePort(), await freePort(), options);
  await alertmanager.start();
  return alertmanager;
}

/** Starts `count` peers of one cluster that tell each other of silences. */
export async function startCluster(count: number): Promise<readonly RealAlertmanager[]> {
  const clusterPorts = await Promise.all(Array.from({ length: count }, freePort));
  const peers = await Promise.all(
    clusterPorts.map(async (clusterPort) =>
      prepare(await freePort(), clusterPort, { clusterPeers: clusterPorts.filter((port) => port !== clusterPort) }),
    ),
  );
  await Promise.all(peers.map((peer) => peer.start()));
  await Promise.all(
    peers.map((peer) =>
      eventually("the cluster to settle", async () => (await clusterSize(peer)) === count || undefined, patience),
    ),
  );
  return peers;
}

async function clusterSize(peer: RealAlertmanager): Promise<number> {
  const status = (await ask(peer, "GET /api/v2/status")) as {
    readonly cluster: { readonly status: string; readonly peers?: readonly unknown[] };
  };
  return status.cluster.status === "ready" ? (status.cluster.peers?.length ?? 0) : 0;
}

function prepare(port: number, clusterPort: number, options: RealOptions): RealAlertmanager {
  const dir = mkdtempSync(join(tmpdir(), "baton-alertmanager-"));
  writeFileSync(join(dir, "config.yml"), options.config ?? quietConfig);
  if (options.web) writeWebConfig(dir, options.web);
  const args = [
    `--config.file=${join(dir, "config.yml")}`,
    `--storage.path=${join(dir, "data")}`,
    `--web.listen-address=127.0.0.1:${port}`,
    ...(options.web === undefined ? [] : [`--web.config.file=${join(dir, "web.yml")}`]),
    ...clusterArgs(clusterPort, options.clusterPeers),
    "--log.level=error",
  ];
  let running: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    const ending = running;
    running = undefined;
    if (ending?.exitCode !== null || ending.signalCode !== null) return;
    ending.kill("SIGKILL");
    await once(ending, "exit");
  };
  onTestFinished(async () => {
    await kill();
    rmSync(dir, { recursive: true, force: true });
  });

  const scheme = options.web === undefined ? "http" : "https";
  const self: RealAlertmanager = {
    url: `${scheme}://127.0.0.1:${port}`,
    port,
    clusterPort,
    async start() {
      running = spawn(programPath(alertmanagerProgram) ?? alertmanagerProgram, args, { stdio: "ignore" });
      await eventually("Alertmanager to be ready", () => isReady(port, scheme), patience);
    },
    kill,
    freeze: () => void running?.kill("SIGSTOP"),
    thaw: () => void running?.kill("SIGCONT"),
    async fire(...alerts) {
      await ask(self, "POST /api/v2/alerts", alerts);
    },
    async end(...alerts) {
      const endsAt = new Date(Date.now() - 1_000).toISOString();
      await ask(
        self,
        "POST /api/v2/alerts",
        alerts.map((alert) => ({ ...alert, startsAt: new Date(Date.now() - 3_600_000).toISOString(), endsAt })),
      );
    },
    async silence(silence) {
      return ((await ask(self, "POST /api/v2/silences", silence)) as { readonly silenceID: string }).silenceID;
    },
    async expire(id) {
      await ask(self, `DELETE /api/v2/silence/${id}`);
    },
    silences: async () => (await ask(self, "GET /api/v2/silences")) as readonly RealSilence[],
  };
  return self;
}

function writeWebConfig(dir: string, { certificate, key, config }: NonNullable<RealOptions["web"]>): void {
  writeFileSync(join(dir, "server.pem"), certificate);
  writeFileSync(join(dir, "server.key"), key, { mode: 0o600 });
  writeFileSync(join(dir, "web.yml"), `tls_server_config: { cert_file: server.pem, key_file: server.key }\n${config}`);
}

const clusterArgs = (port: number, peers: readonly number[] | undefined): readonly string[] =>
  peers === undefined
    ? ["--cluster.listen-address="]
    : [
        `--cluster.listen-address=127.0.0.1:${port}`,
        `--cluster.advertise-address=127.0.0.1:${port}`,
        ...peers.map((peer) => `--cluster.peer=127.0.0.1:${peer}`),
        "--cluster.settle-timeout=2s",
        "--cluster.gossip-interval=50ms",
        "--cluster.pushpull-interval=1s",
        "--cluster.reconnect-interval=500ms",
      ];

/** Any answer at all will do where the real one needs a certificate or a password. */
function isReady(port: number, scheme: string): Promise<true | undefined> {
  return new Promise((resolve) => {
    const asked = plainRequest({ host: "127.0.0.1", port, path: "/-/ready", agent: false }, (response) => {
      response.resume();
      resolve(scheme === "https" || response.statusCode === 200 ? true : undefined);
    });
    asked.on("error", () => resolve(undefined));
    asked.end();
  });
}

async function ask({ url }: RealAlertmanager, request: string, body?: unknown): Promise<unknown> {
  const [method = "", path = ""] = request.split(" ");
  const response = await fetch(url + path, {
    method,
    headers: { "content-type": "application/json", connection: "close" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${request}: ${response.status} ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}
