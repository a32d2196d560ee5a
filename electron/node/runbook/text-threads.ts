import { Worker } from "node:worker_threads";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Drawn } from "../../../shared/runbook/drawn.ts";
import type { ParsedText, Unreadable } from "../../core/runbook/runbook-port.ts";
import type { TextAnswer, TextOrder } from "./text-worker.ts";

export type ThreadLimits = {
  /** Milliseconds for one text. */
  readonly wallMs: number;
  /** Megabytes of heap. */
  readonly memoryMb: number;
  /** Milliseconds after which a thread without work ends. */
  readonly idleMs: number;
};

/** The longest text that is read takes about ten seconds on a busy machine. */
const usualLimits: ThreadLimits = { wallMs: 60_000, memoryMb: 512, idleMs: 30_000 };

/** Texts that are read at once: a long one must not keep the runbook waiting that somebody needs now. */
const most = 2;

/** The thread's program: its source, or what the build has put beside the host's own. */
const program = new URL(import.meta.url.endsWith(".ts") ? "./text-worker.ts" : "./runbook-worker.js", import.meta.url);

type Outcome = Result<ParsedText, Unreadable>;
type Job = { readonly order: TextOrder; readonly done: (outcome: Outcome) => void };

/** Takes Markdown apart in threads of their own, which begin with the first text and end when none is read for a while. */
export class TextThreads {
  readonly #limits: ThreadLimits;
  readonly #idle: TextThread[] = [];
  readonly #waiting: Job[] = [];
  #busy = 0;

  constructor(limits: ThreadLimits = usualLimits) {
    this.#limits = limits;
  }

  parse(text: string, name: string): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#waiting.push({ order: { text, name }, done: resolve });
    this.#begin();
    return promise;
  }

  #begin(): void {
    if (this.#busy >= most) return;
    const job = this.#waiting.shift();
    if (!job) return;
    const thread = this.#idle.pop() ?? new TextThread(this.#limits);
    this.#busy += 1;
    void thread.read(job.order).then((outcome) => {
      this.#busy -= 1;
      if (thread.isAlive) this.#rest(thread);
      job.done(outcome);
      this.#begin();
    });
  }

  #rest(thread: TextThread): void {
    this.#idle.push(thread);
    thread.endAfterIdle(() => this.#idle.splice(this.#idle.indexOf(thread), 1));
  }
}

/** One thread, which reads one text at a time. */
class TextThread {
  readonly #limits: ThreadLimits;
  readonly #worker: Worker;
  #answer: (outcome: Outcome) => void = () => undefined;
  #alive = true;
  #end: NodeJS.Timeout | undefined;

  constructor(limits: ThreadLimits) {
    this.#limits = limits;
    this.#worker = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
      // A thread has no business with the environment, where secrets may stand.
      env: {},
      stdout: true,
      stderr: true,
    });
    // A host that ends does not wait for it.
    this.#worker.unref();
    this.#worker.on("message", (answer: TextAnswer) => this.#answer(ok(parsedOf(answer))));
    this.#worker.on("error", (thrown) => this.#fail(codeOf(thrown)));
    this.#worker.on("exit", () => this.#fail("INTERNAL"));
  }

  get isAlive(): boolean {
    return this.#alive;
  }

  read(order: TextOrder): Promise<Outcome> {
    clearTimeout(this.#end);
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#answer = resolve;
    const timer = setTimeout(() => this.#fail("OUT_OF_TIME"), this.#limits.wallMs);
    this.#worker.postMessage(order);
    return promise.finally(() => clearTimeout(timer));
  }

  endAfterIdle(ended: () => void): void {
    this.#end = setTimeout(() => {
      ended();
      this.#fail("INTERNAL");
    }, this.#limits.idleMs).unref();
  }

  #fail(code: string): void {
    this.#alive = false;
    this.#answer(err({ kind: "unreadable", code }));
    void this.#worker.terminate();
  }
}

const parsedOf = ({ facts, parts }: TextAnswer): ParsedText => ({
  facts,
  parts: parts.map(({ place, json }) => ({ place, blocks: () => JSON.parse(json) as readonly Drawn[] })),
});

/** A thread that runs out of memory says so by this code; any other is a fault of ours. */
const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && "code" in thrown && thrown.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? "OUT_OF_MEMORY"
    : "INTERNAL";
