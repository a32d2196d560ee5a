/** How much may pass at once, and how much more each second. */
export type Allowance = { readonly burst: number; readonly perSecond: number };

/** What is left at a moment of the monotonic clock, in milliseconds. */
export type Bucket = { readonly tokens: number; readonly at: number };

export type Draw = { readonly bucket: Bucket; readonly waitMs: number };

/** Takes one token; `waitMs` is 0 where there was one, and else the milliseconds until there will be. */
export function draw(bucket: Bucket, now: number, { burst, perSecond }: Allowance): Draw {
  const tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1_000) * perSecond);
  if (tokens >= 1) return { bucket: { tokens: tokens - 1, at: now }, waitMs: 0 };
  return { bucket: { tokens, at: now }, waitMs: Math.ceil(((1 - tokens) / perSecond) * 1_000) };
}
