import { after } from "../../shared/time/instant.ts";
import type { Clock } from "./ports.ts";

/** Work whose end is worth waiting for before Baton ends. */
export class UnderWay {
  readonly #work = new Set<Promise<void>>();

  add(work: Promise<void>): void {
    this.#work.add(work);
    void work.finally(() => this.#work.delete(work));
  }

  /** Resolves once all of it has ended, at the latest after so many milliseconds. */
  async ended({ now, wakeAt }: Pick<Clock, "now" | "wakeAt">, limit: number): Promise<void> {
    if (this.#work.size === 0) return;
    await new Promise<void>((resolve) => {
      const cancel = wakeAt(after(now(), limit), resolve);
      void Promise.allSettled(this.#work).then(() => {
        cancel();
        resolve();
      });
    });
  }
}
