/*
 * Answers that are kept because the core replaces what it changes: the same object is the same question. An answer lives no longer
 * than its key, and must follow from what it is kept under alone.
 */

/** The same function, asked once for each key for as long as the key lives. */
export function memoize<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const answers = new WeakMap<K, { readonly answer: V }>();
  return (key) => {
    let known = answers.get(key);
    if (!known) answers.set(key, (known = { answer: make(key) }));
    return known.answer;
  };
}

/** What an answer follows from besides its key, compared part by part by identity. */
export type Basis = readonly unknown[];

/** Keeps the last answer for each key, and makes another where its basis is another. */
export function memoizeLast<V>(): (key: object, basis: Basis, make: () => V) => V {
  const kept = new WeakMap<object, { readonly basis: Basis; readonly answer: V }>();
  return (key, basis, make) => {
    const known = kept.get(key);
    if (known?.basis.length === basis.length && known.basis.every((part, index) => part === basis[index])) {
      return known.answer;
    }
    const answer = make();
    kept.set(key, { basis, answer });
    return answer;
  };
}
