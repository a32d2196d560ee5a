import { second } from "../time/duration.ts";
import { after, type Instant } from "../time/instant.ts";

const stormCount = 5;
const stormWindow = 10 * second;

/** The notices that still count towards a storm at `now`. */
export const withinStorm = (raised: readonly Instant[], now: Instant): readonly Instant[] =>
  raised.filter((at) => at > after(now, -stormWindow));

/** True where `coming` more notices would make more than five within ten seconds. */
export const isStorm = (raised: readonly Instant[], now: Instant, coming: number): boolean =>
  withinStorm(raised, now).length + coming > stormCount;
