import fc from "fast-check";
import { expect, test } from "vitest";
import { draw, type Bucket } from "../../../../electron/node/inbox/token-bucket.ts";

const allowance = { burst: 3, perSecond: 2 };

test("an empty bucket names the wait after which there is a token", () => {
  const empty: Bucket = { tokens: 0, at: 1_000 };
  expect(draw(empty, 1_000, allowance)).toEqual({ bucket: { tokens: 0, at: 1_000 }, waitMs: 500 });
  expect(draw(empty, 1_500, allowance)).toEqual({ bucket: { tokens: 0, at: 1_500 }, waitMs: 0 });
});

test("in any stretch of time no more passes than the burst and what the rate allows", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2_000), { maxLength: 200 }), (pauses) => {
      let bucket: Bucket = { tokens: allowance.burst, at: 0 };
      let now = 0;
      let passed = 0;
      for (const pause of pauses) {
        now += pause;
        const drawn = draw(bucket, now, allowance);
        bucket = drawn.bucket;
        if (drawn.waitMs === 0) passed += 1;
        expect(bucket.tokens).toBeGreaterThanOrEqual(0);
      }
      expect(passed).toBeLessThanOrEqual(allowance.burst + (now / 1_000) * allowance.perSecond + 1e-6);
    }),
  );
});
