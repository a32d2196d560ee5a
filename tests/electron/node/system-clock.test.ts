import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { after, instant } from "../../../shared/time/instant.ts";
import { systemClock } from "../../../electron/node/system-clock.ts";
import { clockContract } from "../../ports/clock.ts";
import { manualClock } from "../../support/manual-clock.ts";

clockContract("the system's clock", () => ({
  clock: systemClock,
  pass: async (milliseconds) => {
    await pause(milliseconds);
  },
}));
clockContract("the manual clock", () => {
  const clock = manualClock(instant(1_800_000_000_000));
  return {
    clock,
    pass: async (milliseconds) => {
      clock.advance(milliseconds);
    },
  };
});

describe("the system's clock", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("notices within a minute that the machine slept past a far instant", () => {
    let woken = 0;
    const start = systemClock.now();
    systemClock.wakeAt(after(start, 24 * 3_600_000), () => (woken += 1));
    vi.setSystemTime(start + 25 * 3_600_000);
    vi.advanceTimersByTime(60_000);
    expect(woken).toBe(1);
  });

  it("waits on when the wall clock is set back", () => {
    let woken = 0;
    const start = systemClock.now();
    systemClock.wakeAt(after(start, 10_000), () => (woken += 1));
    vi.advanceTimersByTime(5_000);
    vi.setSystemTime(start - 3_600_000);
    vi.advanceTimersByTime(10_000);
    expect(woken).toBe(0);
    vi.advanceTimersByTime(3_610_000);
    expect(woken).toBe(1);
  });

  it("waits for instants beyond the longest timer", () => {
    let woken = 0;
    systemClock.wakeAt(after(systemClock.now(), 2 ** 31 + 1_000), () => (woken += 1));
    vi.advanceTimersByTime(2 ** 31);
    expect(woken).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(woken).toBe(1);
  });

  it("does not wake after it was cancelled between two sleeps", () => {
    let woken = 0;
    const cancel = systemClock.wakeAt(after(systemClock.now(), 200_000), () => (woken += 1));
    vi.advanceTimersByTime(130_000);
    cancel();
    vi.advanceTimersByTime(200_000);
    expect(woken).toBe(0);
  });
});

describe("the manual clock", () => {
  it("runs wakes that wakes arm, each at its own instant", () => {
    const clock = manualClock(instant(1_000));
    const seen: number[] = [];
    const tick = (): void => {
      seen.push(clock.now());
      clock.wakeAt(after(clock.now(), 100), tick);
    };
    clock.wakeAt(instant(1_100), tick);
    clock.advance(350);
    expect(seen).toEqual([1_100, 1_200, 1_300]);
    expect([clock.now(), clock.monotonic(), clock.armed()]).toEqual([1_350, 350, [1_400]]);
  });

  it("lets monotonic time stand while the machine sleeps", () => {
    const clock = manualClock(instant(0));
    clock.wakeAt(instant(50), () => undefined);
    clock.sleep(100);
    expect([clock.now(), clock.monotonic(), clock.armed()]).toEqual([100, 0, []]);
  });
});
