/** Numbers the values that follow each other in one place, told apart by reference, because the core replaces what it changes. */
export class Revision {
  #latest: unknown;
  #number = 0;

  of(value: unknown): number {
    if (value !== this.#latest) this.#number += 1;
    this.#latest = value;
    return this.#number;
  }
}
