import { createHash } from "node:crypto";
import ical, { ICalEventTransparency } from "ical-generator";
import type { Shift } from "../../shared/schedule/shift.ts";
import { nameOf } from "../../shared/team/lookup.ts";
import type { Schedule, Team } from "../../shared/team/team.ts";
import { toIso } from "../../shared/time/instant.ts";

type Asked = { readonly team: Team; readonly schedule: Schedule; readonly shifts: readonly Shift[] };

/**
 * Shifts as an iCalendar stream (RFC 5545), in UTC. The same shift has the same UID in every export, so that a calendar which takes it in
 * again has it once; the same shifts give the same bytes.
 */
export function writeIcs({ team, schedule, shifts }: Asked): string {
  const calendar = ical({
    name: `${team.name}: ${schedule.name ?? schedule.id}`,
    prodId: { company: "Baton", product: "Baton", language: "EN" },
  });
  for (const shift of shifts) {
    const start = new Date(shift.from);
    calendar.createEvent({
      id: shiftUid(team, schedule, shift),
      start,
      end: new Date(shift.to),
      // When it was made is not known; a stamp that follows from the shift leaves an unchanged export unchanged.
      stamp: start,
      summary: `${nameOf(team, shift.person)}: ${shift.role} on call`,
      description: describe(shift),
      // A week on call does not fill a person's week with appointments.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** Names a shift by what it is, not by when it was exported (RFC 7986, section 5.3). */
function shiftUid(team: Team, schedule: Schedule, { role, person, from }: Shift): string {
  const identity = JSON.stringify([team.id, schedule.id, role, person, toIso(from)]);
  return `${createHash("sha256").update(identity).digest("hex").slice(0, 32)}@baton`;
}

function describe({ because, holiday }: Shift): string {
  if (because === "rotation") return "By rotation";
  if (because === "holiday") return holiday === undefined ? "Holiday duty" : `Holiday duty: ${holiday}`;
  return because === "swap" ? "By a swap" : "By an override";
}
