/**
 * The first `count` of some items in an order, as sorting all of them and cutting the list would give; of two that are equal the one
 * that came first. Of thousands of items hardly any is looked at more than once.
 */
export function firstOf<T>(items: Iterable<T>, count: number, order: (a: T, b: T) => number): readonly T[] {
  const found: T[] = [];
  for (const item of items) {
    const last = found[count - 1];
    if (last !== undefined && order(item, last) >= 0) continue;
    const place = found.findLastIndex((other) => order(other, item) <= 0) + 1;
    found.splice(place, 0, item);
    if (found.length > count) found.pop();
  }
  return found;
}
