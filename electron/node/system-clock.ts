import { performance } from "node:perf_hooks";
import { instant } from "../../shared/time/instant.ts";
import type { Clock } from "../core/ports.ts";

/** Longest single sleep, ms: a wall clock that jumps, or a machine that sleeps, is noticed within this time. */
const longestSleep = 60_000;

/**
 * The machine's clock. A wake is never earlier than its instant by the wall clock. Wakes do not keep the process
 * alive: its servers and windows do.
 */
export const systemClock: Clock = {
  now: () => instant(Date.now()),
  monotonic: () => performance.now(),
  wakeAt(at, wake) {
    let timer: NodeJS.Timeout;
    const sleep = (): void => {
      const left = Math.max(at - Date.now(), 0);
      timer = setTimeout(look, Math.min(left, longestSleep)).unref();
    };
    // setTimeout may fire up to a millisecond early, and the wall clock may have been set back meanwhile.
    const look = (): void => {
      if (Date.now() < at) sleep();
      else wake();
    };
    sleep();
    return () => {
      clearTimeout(timer);
    };
  },
};
