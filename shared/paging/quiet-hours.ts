import { toInstant, toLocal } from "../time/zoned.ts";
import { day } from "../time/duration.ts";
import { after, type Instant } from "../time/instant.ts";
import type { QuietHours, Severity, Zone } from "../team/team.ts";

export type Quiet = {
  /** Asked for by the person, until an instant. */
  readonly until?: Instant;
  readonly hours?: QuietHours;
  readonly zone: Zone;
};

/** When the quiet that holds at `now` ends; undefined while there is none. */
export function quietEnds(quiet: Quiet, now: Instant): Instant | undefined {
  const asked = quiet.until !== undefined && quiet.until > now ? quiet.until : undefined;
  const hours = quiet.hours && hoursEnd(quiet.hours, quiet.zone, now);
  if (asked === undefined || hours === undefined) return asked ?? hours;
  return asked > hours ? asked : hours;
}

/** The end of the quiet hours that contain `now`; they may go over midnight. */
function hoursEnd({ from, to }: QuietHours, zone: Zone, now: Instant): Instant | undefined {
  for (const began of [toLocal(zone, now).date, toLocal(zone, after(now, -day)).date]) {
    const start = toInstant(zone, `${began}T${from}`);
    const endDate = to > from ? began : toLocal(zone, after(toInstant(zone, `${began}T12:00`), day)).date;
    const end = toInstant(zone, `${endDate}T${to}`);
    if (start <= now && now < end) return end;
  }
  return undefined;
}

/** Whether quiet holds a notice of this severity back; critical ones pass unless the team says otherwise. */
export const isHeld = (quiet: Quiet, now: Instant, severity: Severity): boolean =>
  quietEnds(quiet, now) !== undefined && !(quiet.hours?.allow ?? ["critical"]).includes(severity);
