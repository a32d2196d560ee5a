import { minute } from "../time/duration.ts";
import { after, type Instant } from "../time/instant.ts";
import type { Incident } from "./incident.ts";

/** An acknowledgement is extended when so much of its time is left. */
const extendBefore = 10 * minute;

/** When an acknowledgement that the source holds for a time is to be extended. */
export function extensionDue({ standing }: Incident): Instant | undefined {
  if (standing.kind !== "acknowledged" || standing.handle === undefined || standing.until === undefined) {
    return undefined;
  }
  const whole = standing.until - standing.at;
  return after(standing.until, -Math.min(extendBefore, Math.floor(whole / 2)));
}
