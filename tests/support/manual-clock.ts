import { after, type Instant } from "../../shared/time/instant.ts";
import type { Clock } from "../../electron/core/ports.ts";

/** A clock that moves only when a test says so. */
export type ManualClock = Clock & {
  /** Lets time pass: wakes run in the order of their instants, each at its own. */
  advance(milliseconds: number): void;
  /** Sets the wall clock without letting time pass, as a person or NTP does. Due wakes run. */
  jump(milliseconds: number): void;
  /** The machine sleeps: the wall clock runs on, the monotonic one stands, and due wakes run at the end. */
  sleep(milliseconds: number): void;
  /** The instants of the wakes that are armed, earliest first. */
  armed(): readonly Instant[];
};

type Wake = { readonly at: Instant; readonly wake: () => void };

export function manualClock(start: Instant): ManualClock {
  let now = start;
  let monotonic = 0;
  const wakes = new Set<Wake>();

  const earliest = (): Wake | undefined => [...wakes].sort((a, b) => a.at - b.at)[0];
  const runUntil = (end: Instant, moves: (to: Instant) => void): void => {
    for (let next = earliest(); next !== undefined && next.at <= end; next = earliest()) {
      wakes.delete(next);
      moves(next.at);
      next.wake();
    }
    moves(end);
  };
  const setNow = (milliseconds: number): void => {
    now = after(now, milliseconds);
    runUntil(now, () => undefined);
  };

  return {
    now: () => now,
    monotonic: () => monotonic,
    wakeAt(at, wake) {
      const entry = { at, wake };
      wakes.add(entry);
      return () => {
        wakes.delete(entry);
      };
    },
    advance(milliseconds) {
      runUntil(after(now, milliseconds), (to) => {
        if (to <= now) return;
        monotonic += to - now;
        now = to;
      });
    },
    jump: setNow,
    sleep: setNow,
    armed: () => [...wakes].map((entry) => entry.at).sort((a, b) => a - b),
  };
}
