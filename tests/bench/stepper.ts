import { fork } from "node:child_process";
import { once } from "node:events";

/*
 * Baton and its peer run in processes of their own, so that neither pays for the other's memory, and take turns, so that what
 * else the machine does meets both alike.
 */

export type Stepper = {
  /** Does one step with these inputs and resolves with the milliseconds that it took for each of them. */
  step(inputs: readonly string[]): Promise<number>;
  stop(): Promise<void>;
};

/** Starts `program`, a file of this folder that calls `serveSteps`. */
export function startStepper(program: string, ...args: readonly string[]): Stepper {
  const child = fork(new URL(program, import.meta.url), args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const ended = once(child, "exit");
  const failed = ended.then(([code]) => {
    throw new Error(`${program} ended with ${String(code)}`);
  });
  failed.catch(() => undefined);
  return {
    async step(inputs) {
      const answer = once(child, "message");
      child.send(inputs);
      const [milliseconds] = (await Promise.race([answer, failed])) as readonly unknown[];
      return Number(milliseconds) / inputs.length;
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** In the child: answers inputs with the milliseconds that `step` says all of them took. */
export function serveSteps(step: (inputs: readonly string[]) => Promise<number>): void {
  process.on("message", (inputs: readonly string[]) => {
    void step(inputs).then((milliseconds) => process.send?.(milliseconds));
  });
}
