import type { TeamDuty } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import { knownLine, type JournalLine } from "./journal-kinds.ts";

/** A duty of one shift, and who did it. */
export type ShiftDuty = TeamDuty & { readonly done?: { readonly by: string; readonly at: Instant } };

/** One shift of a schedule, by when it began. */
export type ShiftPlace = { readonly schedule: string; readonly shift: Instant };

/** The duties of a shift as the lines of its log tell them, in order; the last tick of each counts. */
export function dutiesOf(
  duties: readonly TeamDuty[],
  lines: readonly JournalLine[],
  place: ShiftPlace,
): readonly ShiftDuty[] {
  const done = new Map<string, ShiftDuty["done"]>();
  for (const line of lines) {
    const known = knownLine(line);
    if (known?.kind !== "duty-ticked") continue;
    const { schedule, shift, duty, by } = known.body;
    if (schedule === place.schedule && shift === place.shift) {
      done.set(duty, known.body.done ? { by, at: line.at } : undefined);
    }
  }
  return duties.map((duty) => {
    const tick = done.get(duty.title);
    return tick === undefined ? duty : { ...duty, done: tick };
  });
}
