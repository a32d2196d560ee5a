import { describe, expect, test } from "vitest";
import { snoozedUntil } from "../../../renderer/components/morning.ts";
import { after, instant } from "../../../shared/time/instant.ts";
import { night } from "../../page/states/state.ts";

describe("snoozing", () => {
  test("for a length ends that much later", () => {
    expect(snoozedUntil("15-min", night)).toBe(after(night, 900_000));
    expect(snoozedUntil("1-hour", night)).toBe(after(night, 3_600_000));
  });

  test("until morning ends at the next 08:00 that is at least an hour away", () => {
    expect(snoozedUntil("morning", night)).toBe(instant(Date.UTC(2027, 0, 6, 8)));
    expect(snoozedUntil("morning", instant(Date.UTC(2027, 0, 6, 7, 30)))).toBe(instant(Date.UTC(2027, 0, 7, 8)));
    expect(snoozedUntil("morning", instant(Date.UTC(2027, 0, 6, 22)))).toBe(instant(Date.UTC(2027, 0, 7, 8)));
  });
});
