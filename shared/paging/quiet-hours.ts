import type { LocalDate } from "../time/civil.ts";
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

/** When quiet hours begin next after `now`; undefined where none are declared. */
export function quietBegins({ hours, zone }: Quiet, now: Instant): Instant | undefined {
  if (!hours) return undefined;
  const days = [now, after(now, day), after(now, 2 * day)].map((at) => toLocal(zone, at).date);
  return days.map((date) => hoursOf(hours, zone, date).start).find((start) => start > now);
}

/** The end of the quiet hours that contain `now`. */
function hoursEnd(hours: QuietHours, zone: Zone, now: Instant): Instant | undefined {
  for (const began of [toLocal(zone, now).date, toLocal(zone, after(now, -day)).date]) {
    const { start, end } = hoursOf(hours, zone, began);
    if (start <= now && now < end) return end;
  }
  return undefined;
}

/** The quiet hours that begin on a local day; they may go over midnight. */
function hoursOf(
  { from, to }: QuietHours,
  zone: Zone,
  began: LocalDate,
): { readonly start: Instant; readonly end: Instant } {
  const endDate = to > from ? began : toLocal(zone, after(toInstant(zone, `${began}T12:00`), day)).date;
  return { start: toInstant(zone, `${began}T${from}`), end: toInstant(zone, `${endDate}T${to}`) };
}

/** Whether quiet holds a notice of this severity back; critical ones pass unless the team says otherwise. */
export const isHeld = (quiet: Quiet, now: Instant, severity: Severity): boolean =>
  quietEnds(quiet, now) !== undefined && !(quiet.hours?.allow ?? ["critical"]).includes(severity);
