import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import { contract, type Contract } from "../../shared/rpc/contract.ts";
import { connect, type Client } from "../../shared/rpc/define.ts";
import type { IncidentDetail, IncidentRow } from "../../shared/incident/incident-shape.ts";
import type { Snapshot, TrayState } from "../../shared/app/snapshot-shape.ts";
import type { Severity } from "../../shared/team/team.ts";
import { eventually } from "./eventually.ts";
import { originSocket } from "./origin-socket.ts";

/*
 * The built browser host as a process of its own, as a person runs it, over a data folder and a team file of the test's.
 *
 *   const baton = await startBaton({ team: teamText });
 *   await baton.sees("the page", (snapshot) => snapshot.tray.state === "triggered");
 *   await baton.kill();                 // SIGKILL; the folder stays
 *   await baton.start();                // again, over the same folder
 */

export type Ready = {
  readonly url: string;
  readonly inbox: { readonly url: string; readonly token: string };
};

export type BatonOptions = {
  /** The text of team.yaml; the sample team where it is absent. */
  readonly team?: string;
  /** In place of a text: a team file that lies in a folder of the test's, which hosts may share. */
  readonly teamFile?: string;
  readonly me?: string;
  /** Texts of files beside team.yaml, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** The data folder, where the test brings its own. */
  readonly dataDir?: string;
  /** Milliseconds by which its wall clock is wrong. */
  readonly clockOff?: number;
  /** In place of the test's own environment: a desktop session's, for instance. */
  readonly env?: Readonly<Record<string, string>>;
};

export type BatonHost = {
  readonly dataDir: string;
  readonly teamFile: string | undefined;
  ready(): Ready;
  pid(): number;
  /** Writes a file beside team.yaml, or team.yaml itself. */
  write(name: string, text: string): void;
  /** Starts it, again where it was ended, and waits until it answers. */
  start(): Promise<void>;
  /** Starts it and waits for nothing, for a test that kills it at any moment. */
  launch(): LaunchedBaton;
  /** SIGTERM, and its exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** What it wrote to stderr in this run. */
  stderr(): string;
  client(): Client<Contract>;
  /** The newest snapshot that it pushed. */
  snapshot(): Snapshot;
  rows(): ReadonlyMap<string, IncidentRow>;
  /** The states of the tray in this run, each once as it came. */
  trays(): readonly TrayState[];
  /** The sounds that this run made in place of notifications. */
  alarms(): readonly Severity[];
  detail(id: string): Promise<IncidentDetail | undefined>;
  /** Waits for a snapshot of which this is true. */
  sees(what: string, predicate: (snapshot: Snapshot) => boolean, limitMs?: number): Promise<Snapshot>;
  /** Sends to the inbox; the status and body of the answer. */
  post(body: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
};

export type LaunchedBaton = {
  /** SIGKILL, and resolves when it is gone. */
  kill(): Promise<void>;
};

const startLimit = 20_000;
const program = join(import.meta.dirname, "..", "..", "dist", "browser", "main.js");

/** Starts one host that the running test owns. */
export async function startBaton(options: BatonOptions = {}): Promise<BatonHost> {
  const baton = prepareBaton(options);
  await baton.start();
  return baton;
}

/** A host that is not started yet, so that a test can lay out its folder first. */
export function prepareBaton(options: BatonOptions = {}): BatonHost {
  const root = mkdtempSync(join(tmpdir(), "baton-host-"));
  const dataDir = options.dataDir ?? join(root, "data");
  const teamFile = options.teamFile ?? (options.team === undefined ? undefined : join(root, "team.yaml"));
  const write = (name: string, text: string): void => writeFileSync(join(root, name), text);
  if (options.team !== undefined) write("team.yaml", options.team);
  for (const [name, text] of Object.entries(options.files ?? {})) write(name, text);
  const args = hostArguments(dataDir, teamFile, options.me);
  const env = environment(options);
  const launched = new Set<ChildProcess>();
  let run: Run | undefined;
  const current = (): Run => {
    if (!run) throw new Error("Baton is not running");
    return run;
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = current();
    run = undefined;
    return endRun(ending, signal);
  };
  onTestFinished(async () => {
    if (run) await end("SIGKILL");
    await Promise.all([...launched].map((child) => endChild(child, "SIGKILL")));
    rmSync(root, { recursive: true, force: true });
  });
  return {
    dataDir,
    teamFile,
    ready: () => current().ready,
    pid: () => current().child.pid ?? 0,
    write,
    async start() {
      run = await startRun(args, env);
    },
    launch() {
      const child = spawnHost(args, env, "ignore");
      launched.add(child);
      return {
        async kill() {
          await endChild(child, "SIGKILL");
          launched.delete(child);
        },
      };
    },
    stop: () => end("SIGTERM"),
    async kill() {
      await end("SIGKILL");
    },
    stderr: () => current().errors.join(""),
    client: () => current().client,
    snapshot: () => current().view.snapshot,
    rows: () => current().view.rows,
    trays: () => current().view.trays,
    alarms: () => current().view.alarms,
    async detail(id) {
      const answer = await current().client.request("incident", { id });
      if (!answer.ok) throw new Error(answer.error.kind);
      return answer.value ?? undefined;
    },
    sees: (what, predicate, limitMs) =>
      eventually(
        what,
        () => (predicate(current().view.snapshot) ? current().view.snapshot : undefined),
        limitMs ?? 15_000,
      ),
    async post(body) {
      const { url, token } = current().ready.inbox;
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
      return { status: answer.status, body: await answer.json() };
    },
  };
}

const hostArguments = (dataDir: string, teamFile: string | undefined, me: string | undefined): readonly string[] => [
  "--data",
  dataDir,
  "--print-url",
  ...(teamFile === undefined ? [] : ["--team", teamFile]),
  ...(me === undefined ? [] : ["--me", me]),
];

function environment({ env: own, clockOff }: BatonOptions): Environment {
  const env: Environment = own ?? process.env;
  if (clockOff === undefined) return env;
  const preload = pathToFileURL(join(import.meta.dirname, "shifted-clock.ts")).href;
  return { ...env, NODE_OPTIONS: `--import ${preload}`, SHIFTED_CLOCK_BY: String(clockOff) };
}

type Environment = Readonly<Record<string, string | undefined>>;

type View = {
  snapshot: Snapshot;
  readonly rows: Map<string, IncidentRow>;
  readonly trays: TrayState[];
  readonly alarms: Severity[];
};
type Run = {
  readonly child: ChildProcess;
  readonly ready: Ready;
  readonly client: Client<Contract>;
  readonly view: View;
  readonly errors: readonly string[];
  readonly socket: WebSocket;
};

async function startRun(args: readonly string[], env: Environment): Promise<Run> {
  const child = spawnHost(args, env, "pipe");
  const errors: string[] = [];
  child.stderr?.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  const ready = await readReady(child, errors);
  const { origin, hash } = new URL(ready.url);
  const Socket = originSocket(origin);
  const token = new URLSearchParams(hash.slice(1)).get("token") ?? "";
  const socket = new Socket(`${origin.replace("http", "ws")}/socket`, ["baton.v1", `baton.token.${token}`]);
  await opened(socket);
  const client = connect(contract, transportOver(socket), (push, issues) => {
    throw new Error(`bad push ${push}: ${issues.join("; ")}`);
  });
  return { child, ready, client, socket, errors, view: await openView(client) };
}

const spawnHost = (args: readonly string[], env: Environment, output: "pipe" | "ignore"): ChildProcess =>
  spawn(process.execPath, [program, ...args], { env, stdio: ["ignore", output, output] });

async function readReady(child: ChildProcess, errors: readonly string[]): Promise<Ready> {
  let text = "";
  child.stdout?.setEncoding("utf8").on("data", (part: string) => (text += part));
  await eventually(
    "Baton's line",
    () => {
      if (child.exitCode !== null) throw new Error(`Baton ended with ${String(child.exitCode)}: ${errors.join("")}`);
      return text.includes("\n") || undefined;
    },
    startLimit,
  );
  return JSON.parse(text.slice(0, text.indexOf("\n"))) as Ready;
}

const opened = (socket: WebSocket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () => reject(new Error("the socket did not open")));
  });

/** The contract over a WebSocket: `{ id, command, input }` out, `{ id, reply }` and `{ push, payload }` in. */
function transportOver(socket: WebSocket): Parameters<typeof connect>[1] {
  const waiting = new Map<number, (reply: unknown) => void>();
  const listeners = new Set<(push: string, payload: unknown) => void>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as { id?: number; reply?: unknown; push?: string; payload?: unknown };
    if (message.id !== undefined) waiting.get(message.id)?.(message.reply);
    if (message.push !== undefined) for (const listener of listeners) listener(message.push, message.payload);
  });
  socket.addEventListener("close", () => {
    for (const resolve of waiting.values()) resolve({ ok: false, error: { kind: "disconnected" } });
  });
  return {
    request: (command, input) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        socket.send(JSON.stringify({ id: last, command, input }));
      }),
    onPush(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function openView(client: Client<Contract>): Promise<View> {
  const rows = new Map<string, IncidentRow>();
  const trays: TrayState[] = [];
  const alarms: Severity[] = [];
  const see = (snapshot: Snapshot): void => {
    view.snapshot = snapshot;
    if (trays.at(-1) !== snapshot.tray.state) trays.push(snapshot.tray.state);
  };
  const listed = new Promise<void>((resolve) => {
    client.onPush("incidents", (change) => {
      if (change.reset) rows.clear();
      for (const row of change.rows) rows.set(row.id, row);
      for (const id of change.removed) rows.delete(id);
      if (change.complete) resolve();
    });
  });
  client.onPush("snapshot", see);
  client.onPush("alarm", ({ severity, raise }) => {
    if (raise) alarms.push(severity);
  });
  const view: View = { snapshot: undefined as never, rows, trays, alarms };
  const hello = await client.request("hello", {});
  if (!hello.ok) throw new Error(hello.error.kind);
  see(hello.value);
  await listed;
  return view;
}

async function endRun({ child, socket }: Run, signal: NodeJS.Signals): Promise<number | null> {
  socket.close();
  await endChild(child, signal);
  return child.exitCode;
}

async function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}
