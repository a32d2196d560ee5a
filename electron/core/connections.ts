/** Something declared that a connection is wanted to. */
export type Wanted<T> = {
  readonly id: string;
  /** All that the connection is made of, as JSON: the same declaration keeps its connection. */
  readonly declared: unknown;
  readonly connect: () => T;
};

type Open<T> = Map<string, { readonly declared: string; readonly connection: T }>;

/** Connections by id. One whose declaration did not change keeps what it knows over a new team file. */
export class Connections<T> {
  #open: Open<T> = new Map();

  /** Connects to all that is wanted, and lets go of what no longer is. */
  use(wanted: readonly Wanted<T>[]): void {
    const next: Open<T> = new Map();
    for (const { id, connect, ...rest } of wanted) {
      const declared = JSON.stringify(rest.declared);
      const known = this.#open.get(id);
      next.set(id, known?.declared === declared ? known : { declared, connection: connect() });
    }
    this.#open = next;
  }

  get(id: string): T | undefined {
    return this.#open.get(id)?.connection;
  }
}
