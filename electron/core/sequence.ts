/** Steps in the order in which they were given. Each is taken at once, unless it, or one before it, waits for something. */
export class Sequence {
  #last: Promise<void> | undefined;

  take(step: () => void): void {
    if (this.#last) this.#queue(this.#last.then(step));
    else step();
  }

  /** A step that waits, for a promise that does not fail. */
  takeWith<T>(wait: Promise<T>, step: (value: T) => void): void {
    const before = this.#last;
    this.#queue(Promise.all([wait, before]).then(([value]) => step(value)));
  }

  #queue(turn: Promise<void>): void {
    this.#last = turn;
    void turn.finally(() => {
      if (this.#last === turn) this.#last = undefined;
    });
  }
}
