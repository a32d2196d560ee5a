import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

/** A program of a test's own, ended by its id and by nothing else. */
export type Child = {
  readonly pid: number;
  /** What it has written so far on standard output and standard error, for messages about a failure. */
  said(): string;
  /** The first line on standard output, or on a further stream; rejects when the program ends before. */
  firstLine(stream?: number): Promise<string>;
  onBytes(listener: (bytes: Buffer) => void): void;
  signal(signal: NodeJS.Signals): void;
  /** Whether it is still there. */
  running(): boolean;
  /** Ends it and waits until it has ended. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

export type ChildOptions = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Opens a pipe at file descriptor 3, for programs that report there. */
  readonly reports?: boolean;
};

/** What is still running when the tests end in an unforeseen way ends with them. */
const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

/** Starts a program; rejects when it cannot be started. */
export async function startChild(command: string, args: readonly string[], options: ChildOptions): Promise<Child> {
  const stdio = ["ignore", "pipe", "pipe", ...(options.reports === true ? (["pipe"] as const) : [])] as const;
  const child = spawn(command, args, { env: { ...options.env }, stdio: [...stdio] });
  children.add(child);
  child.once("exit", () => children.delete(child));
  await once(child, "spawn");
  return childOf(child, command);
}

function childOf(child: ChildProcess, command: string): Child {
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${command} has no process id`);
  let said = "";
  const keep = (bytes: Buffer): void => {
    said = (said + bytes.toString("utf8")).slice(-4_000);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const running = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    pid,
    said: () => said,
    firstLine: (stream = 1) => firstLine(child, child.stdio[stream] as Readable, () => `${command}: ${said}`),
    onBytes: (listener) => void child.stdout?.on("data", listener),
    signal: (signal) => void child.kill(signal),
    running,
    async stop(signal = "SIGTERM") {
      if (!running()) return;
      const ended = once(child, "exit");
      // A stopped process takes no other signal than these two.
      child.kill("SIGCONT");
      child.kill(signal);
      const late = setTimeout(() => child.kill("SIGKILL"), 3_000);
      await ended;
      clearTimeout(late);
    },
  };
}

function firstLine(child: ChildProcess, stream: Readable, what: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    stream.on("data", (bytes: Buffer) => {
      text += bytes.toString("utf8");
      const end = text.indexOf("\n");
      if (end >= 0) resolve(text.slice(0, end));
    });
    child.once("exit", () => {
      reject(new Error(`ended before it was ready; ${what()}`));
    });
  });
}
