import type { Instant } from "../../shared/time/instant.ts";
import { fullMoment } from "../../shared/time/phrase.ts";

/** The zone of the person who looks at this screen. */
export const myZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The whole of an instant in my zone, and in another one where that reads differently. */
export function wholeMoment(at: Instant, otherZone: string = myZone()): string {
  const mine = fullMoment(at, myZone());
  const other = fullMoment(at, otherZone);
  return otherZone === myZone() ? mine : `${mine} · ${other}`;
}
