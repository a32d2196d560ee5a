import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTicker } from "../../../renderer/store/ticker.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { night } from "../../page/states/state.ts";

describe("the ticker", () => {
  let here = 0;
  let visible = true;
  let show = (): void => undefined;
  const pass = (milliseconds: number): void => {
    for (let left = milliseconds; left > 0; left -= 1) {
      here += 1;
      vi.advanceTimersByTime(1);
    }
  };
  const ticker = () =>
    createTicker({ now: () => here, isVisible: () => visible, onVisible: (listener) => void (show = listener) });

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    here = 400;
    visible = true;
  });
  afterEach(() => vi.useRealTimers());

  test("beats once a second for all listeners, by the host's clock", () => {
    const clock = ticker();
    clock.setHostNow(night);
    const heard: Instant[] = [];
    const cancel = clock.subscribe((now) => heard.push(now));
    pass(2_500);
    cancel();
    pass(2_000);
    expect(heard).toEqual([night, after(night, 1_005), after(night, 2_005)]);
  });

  test("rests while nobody looks, and beats at once when somebody does again", () => {
    const clock = ticker();
    clock.setHostNow(night);
    const heard: Instant[] = [];
    clock.subscribe((now) => heard.push(now));
    visible = false;
    pass(60_000);
    const asleep = heard.length;
    expect(asleep).toBeLessThanOrEqual(2);
    visible = true;
    show();
    expect(heard.at(-1)).toBe(after(night, 60_000));
    pass(1_010);
    expect(heard.length).toBe(asleep + 2);
  });
});
