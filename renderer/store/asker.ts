import type { Result } from "../../shared/result.ts";

/** A question, known by its text, and what its answer depends on besides: another `revision` asks the same again. */
export type Question<T> = {
  readonly text: string;
  readonly revision: unknown;
  readonly ask: () => Promise<Result<T, unknown>>;
};

/** Milliseconds that are waited before asking. */
export type Waits = {
  /** Without another question, because typing and moving make several. */
  readonly settle: number;
  /** With news of the same question, because a storm of news is one. They do not put it off. */
  readonly gather: number;
};

/** What came of the last question that was answered, or was not. */
export type Kept<T> = {
  readonly text: string;
  readonly revision: unknown;
  readonly failed: boolean;
  /** Of this question, also from before it failed. */
  readonly value?: T;
};

/** Asks one question at a time and keeps its answer. What comes after the next question was asked is dropped. */
export class Asker<T> {
  readonly #listeners = new Set<() => void>();
  #wanted: Question<T> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  #kept: Kept<T> | undefined;

  readonly kept = (): Kept<T> | undefined => this.#kept;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Nothing is asked any more where nothing is wanted; what is kept stays. */
  want(question: Question<T> | undefined, { settle, gather }: Waits): void {
    const before = this.#wanted;
    this.#wanted = question;
    if (question === undefined) return this.#stop();
    const isNews = before?.text === question.text;
    if (isNews && (Object.is(before.revision, question.revision) || this.#timer !== undefined)) return;
    this.#stop();
    this.#askIn(isNews ? gather : settle);
  }

  readonly again = (): void => {
    this.#stop();
    this.#askIn(0);
  };

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#turn += 1;
  }

  #askIn(milliseconds: number): void {
    if (milliseconds === 0) return void this.#ask();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#ask();
    }, milliseconds);
  }

  async #ask(): Promise<void> {
    const question = this.#wanted;
    if (question === undefined) return;
    this.#turn += 1;
    const turn = this.#turn;
    const answer = await question.ask();
    if (turn !== this.#turn) return;
    const { text, revision } = question;
    const before = this.#kept?.text === text && "value" in this.#kept ? { value: this.#kept.value } : {};
    this.#kept = { text, revision, failed: !answer.ok, ...(answer.ok ? { value: answer.value } : before) };
    for (const listener of this.#listeners) listener();
  }
}
