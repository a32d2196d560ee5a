import { describe, expect, it } from "vitest";
import { after, instant } from "../../shared/time/instant.ts";
import type { Clock } from "../../electron/core/ports.ts";

export type ClockUnderTest = {
  readonly clock: Clock;
  /** Lets so many milliseconds pass. */
  readonly pass: (milliseconds: number) => Promise<void>;
};

/** What every clock must do. */
export function clockContract(name: string, make: () => ClockUnderTest): void {
  describe(`${name} as a clock`, () => {
    it("counts wall time and monotonic time alike", async () => {
      const { clock, pass } = make();
      const before = { wall: clock.now(), monotonic: clock.monotonic() };
      await pass(30);
      const wall = clock.now() - before.wall;
      expect(wall).toBeGreaterThanOrEqual(29);
      expect(Math.abs(clock.monotonic() - before.monotonic - wall)).toBeLessThan(20);
    });

    it("wakes once, never before its instant", async () => {
      const { clock, pass } = make();
      const wokenAt: number[] = [];
      const at = after(clock.now(), 20);
      clock.wakeAt(at, () => wokenAt.push(clock.now()));
      expect(wokenAt).toEqual([]);
      await pass(60);
      expect(wokenAt).toHaveLength(1);
      expect(wokenAt[0]).toBeGreaterThanOrEqual(at);
    });

    it("wakes soon for an instant that has passed, but not before the caller has finished", async () => {
      const { clock, pass } = make();
      let woken = 0;
      clock.wakeAt(instant(0), () => (woken += 1));
      expect(woken).toBe(0);
      await pass(20);
      expect(woken).toBe(1);
    });

    it("wakes in the order of the instants", async () => {
      const { clock, pass } = make();
      const order: string[] = [];
      const start = clock.now();
      clock.wakeAt(after(start, 40), () => order.push("later"));
      clock.wakeAt(after(start, 10), () => order.push("sooner"));
      await pass(80);
      expect(order).toEqual(["sooner", "later"]);
    });

    it("does not wake once it was cancelled, and lets cancelling be repeated", async () => {
      const { clock, pass } = make();
      let woken = 0;
      const cancel = clock.wakeAt(after(clock.now(), 10), () => (woken += 1));
      cancel();
      cancel();
      await pass(30);
      expect(woken).toBe(0);
    });
  });
}
