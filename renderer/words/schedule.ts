import type { ShiftRow } from "../../shared/app/snapshot-shape.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { moment } from "../../shared/time/phrase.ts";
import { roleWords } from "./shift.ts";
import { myZone } from "./zone.ts";

export const scheduleWords = {
  schedule: "Schedule",
  choose: "Schedule",
  none: "The team file declares no schedule.",
  nobody: "Nobody is on call in these four weeks.",
  failed: "The shifts could not be read.",
  backups: "Show backups",
  now: "Now",
  today: "Today",
  onCallNow: "On call now",
  zone: (zone: string): string => `Times in ${zone}`,
  week: (from: string): string => `Week of ${from}`,
} as const;

const causes: Readonly<Record<ShiftRow["because"], string>> = {
  rotation: "by rotation",
  holiday: "because of the holiday",
  override: "by an override",
  swap: "by a swap",
};

/** "Alice, Primary, Mon 09:00 to 11 Jan 09:00, by rotation": the whole of a shift, and why. */
export function shiftWords(row: ShiftRow, now: Instant): string {
  const holiday = row.holiday === undefined ? "" : ` ${row.holiday}`;
  const times = `${moment(row.from, now, myZone())} to ${moment(row.to, now, myZone())}`;
  return `${row.person.name}, ${roleWords[row.role]}, ${times}, ${causes[row.because]}${holiday}`;
}

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "Mon", by this screen's zone. */
export const dayWords = (at: Instant): string => days[new Date(at).getDay()] ?? "";

/** "4", by this screen's zone. */
export const dayNumber = (at: Instant): string => String(new Date(at).getDate());

/** "Jan", by this screen's zone. */
export const monthWords = (at: Instant): string => months[new Date(at).getMonth()] ?? "";

/** "4 Jan", by this screen's zone. */
export const monthDayWords = (at: Instant): string => `${dayNumber(at)} ${monthWords(at)}`;
