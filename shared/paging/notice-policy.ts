import { minute } from "../time/duration.ts";
import type { Severity } from "../team/team.ts";

/** Milliseconds after which an unacknowledged notice is told again; undefined for what is told once. */
const repeats: Readonly<Record<Severity, number | undefined>> = {
  critical: minute,
  major: 5 * minute,
  minor: 15 * minute,
  info: undefined,
};

const longestPause = 60 * minute;

/** How long after a notice the next one is due. Flapping doubles the pause with every flap over the third. */
export function repeatAfter(severity: Severity, flaps: number): number | undefined {
  const pause = repeats[severity];
  return pause === undefined || flaps < 3 ? pause : Math.min(pause * 2 ** (flaps - 2), longestPause);
}

/** How loud a notice of a severity is. */
export const soundOf = (severity: Severity): "none" | "notice" | "alarm" =>
  severity === "critical" ? "alarm" : severity === "info" ? "none" : "notice";

/** Milliseconds for which the Snooze button of a notification quiets. */
export const snoozedByButton = 15 * minute;
