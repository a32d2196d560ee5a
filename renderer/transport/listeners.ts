/** A set of listeners; each subscription returns its own cancel. */
export type Listeners<A extends readonly unknown[]> = {
  readonly tell: (...args: A) => void;
  readonly add: (listener: (...args: A) => void) => () => void;
};

export function createListeners<A extends readonly unknown[]>(): Listeners<A> {
  const all = new Set<(...args: A) => void>();
  return {
    tell(...args) {
      for (const listener of [...all]) listener(...args);
    },
    add(listener) {
      // Wrapped, so that the same function may subscribe twice and cancel each alone.
      const own = (...args: A): void => listener(...args);
      all.add(own);
      return () => void all.delete(own);
    },
  };
}
