/** The middle of some numbers; between the two middle ones of an even count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that `share` of the numbers do not exceed (nearest rank); `share` from 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? Number.NaN;
}

/** Milliseconds of processor time that `work` takes of this thread: what it keeps everything else of the program waiting. */
export async function cpuOf(work: () => void | Promise<void>): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds of wall time that `work` takes. */
export async function timeOf(work: () => void | Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** Systems count a thread's time in steps of up to 10 ms, so that a shorter work may come to nothing. Milliseconds. */
const resolved = 200;

/** Milliseconds of processor time that one call of `work` takes: the mean of as many calls as the system's steps ask for. */
export async function cpuOfEach(work: () => void): Promise<number> {
  for (let calls = 1; ; calls *= 4) {
    const taken = await cpuOf(() => {
      for (let call = 0; call < calls; call += 1) work();
    });
    if (taken >= resolved) return taken / calls;
  }
}
