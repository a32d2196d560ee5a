/** How values lie: the mean and where half and nine tenths of them end, with how many there are. All in the unit of the values. */
export type Spread = {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
};

/** `undefined` where there is nothing to describe: no figure is better than a zero. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const inOrder = Float64Array.from(values).sort();
  let sum = 0;
  for (const value of inOrder) sum += value;
  return {
    count: inOrder.length,
    mean: sum / inOrder.length,
    median: quantile(inOrder, 0.5),
    p90: quantile(inOrder, 0.9),
    longest: inOrder[inOrder.length - 1] ?? 0,
  };
}

/** Between the two nearest values where the place falls between them, as spreadsheets do (Hyndman and Fan, type 7). */
function quantile(inOrder: Float64Array, share: number): number {
  const place = (inOrder.length - 1) * share;
  const below = inOrder[Math.floor(place)] ?? 0;
  const above = inOrder[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
