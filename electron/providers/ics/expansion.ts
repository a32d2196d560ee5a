import { Worker } from "node:worker_threads";
import type { CalendarContent } from "../../../shared/calendar/calendar-content.ts";
import type { CalendarFailure } from "../../../shared/calendar/calendar-failure.ts";
import { err, type Result } from "../../../shared/result.ts";
import type { Expansion } from "../../core/calendar.ts";
import type { ExpansionOrder } from "./expansion-worker.ts";

type Outcome = Result<CalendarContent, CalendarFailure>;

/** What one feed may take of the machine. */
export type ExpansionBudget = {
  /** Milliseconds of processor time. */
  readonly cpuMs: number;
  /** Milliseconds on the wall, for a machine that is busy with something else, or a runtime that does not tell a thread's processor time. */
  readonly wallMs: number;
  /** Megabytes of heap. */
  readonly memoryMb: number;
};

export const expansionBudget: ExpansionBudget = { cpuMs: 2_000, wallMs: 10_000, memoryMb: 200 };

/** How often a thread's processor time is looked at. */
const lookEvery = 50;
/** Of the memory, what young objects may take; V8 keeps three spaces of a third. */
const youngMb = 24;

/** The thread's program: its source, or what the build has put beside the host's own. */
const program = new URL(
  import.meta.url.endsWith(".ts") ? "./expansion-worker.ts" : "./calendar-worker.js",
  import.meta.url,
);

/**
 * Expands feeds in a thread of their own, one after the other, so that ten calendars take no more of the machine than one. A thread that
 * goes over its budget is ended, whatever it is doing.
 */
export function createExpansion(budget: ExpansionBudget = expansionBudget, file: URL = program): Expansion {
  let before: Promise<unknown> = Promise.resolve();
  const disposed = new AbortController();
  return {
    expand(feed, question) {
      const outcome = before.then(() => expand({ feed, question }, budget, { file, disposed: disposed.signal }));
      before = outcome;
      return outcome;
    },
    dispose: () => disposed.abort(),
  };
}

type Program = { readonly file: URL; readonly disposed: AbortSignal };

function expand(order: ExpansionOrder, budget: ExpansionBudget, { file, disposed }: Program): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  if (disposed.aborted) return Promise.resolve(err({ kind: "internal" }));
  const worker = new Worker(file, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: budget.memoryMb - youngMb, maxYoungGenerationSizeMb: youngMb },
    // A thread has no business with the environment, where secrets may stand.
    env: {},
    stdout: true,
    stderr: true,
  });
  const end = (outcome: Outcome): void => {
    clearInterval(watch);
    disposed.removeEventListener("abort", abandon);
    resolve(outcome);
    void worker.terminate();
  };
  const abandon = (): void => end(err({ kind: "internal" }));
  disposed.addEventListener("abort", abandon);
  const overtime = (): void => end(err({ kind: "out-of-time", limitMs: budget.cpuMs }));
  const begun = performance.now();
  const watch = setInterval(() => {
    if (performance.now() - begun > budget.wallMs) overtime();
    else void cpuOf(worker).then((used) => used > budget.cpuMs && overtime());
  }, lookEvery);
  worker.once("message", (outcome: Outcome) => end(outcome));
  worker.once("error", (thrown) => end(err(failureOf(thrown, budget))));
  worker.once("exit", () => end(err({ kind: "internal" })));
  return promise;
}

/** Milliseconds of processor time; 0 where the thread has ended, or the runtime does not tell (Node before 24.6). */
async function cpuOf(worker: Worker): Promise<number> {
  if (typeof worker.cpuUsage !== "function") return 0;
  const usage = await worker.cpuUsage().catch(() => undefined);
  return usage === undefined ? 0 : (usage.user + usage.system) / 1_000;
}

/** A thread that runs out of memory says so by this code. Anything else is a fault of ours. */
function failureOf(thrown: unknown, { memoryMb }: ExpansionBudget): CalendarFailure {
  const code = thrown instanceof Error && "code" in thrown ? thrown.code : undefined;
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? { kind: "out-of-memory", limitMb: memoryMb } : { kind: "internal" };
}
