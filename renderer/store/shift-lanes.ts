import type { ShiftRow } from "../../shared/app/snapshot-shape.ts";
import type { Role } from "../../shared/team/team.ts";
import { roles } from "../../shared/team/team.ts";
import { instant, type Instant } from "../../shared/time/instant.ts";

export type Span = { readonly from: Instant; readonly to: Instant };

/** A part of a shift within one week, placed as shares of that week. */
export type Piece = { readonly row: ShiftRow; readonly start: number; readonly width: number };

/** One role's shifts in one week; people who have it at the same time stand on lanes below each other. */
export type Lane = { readonly role: Role; readonly pieces: readonly Piece[] };

export type Week = Span & { readonly days: readonly Instant[]; readonly lanes: readonly Lane[] };

/** The local midnights of seven days from the Monday of `now`, `offset` weeks later, and the one after. */
function daysOfWeek(now: Instant, offset: number): readonly Instant[] {
  const monday = new Date(now);
  monday.setHours(0, 0, 0, 0);
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7) + offset * 7);
  return Array.from({ length: 8 }, (_, day) => {
    const at = new Date(monday);
    at.setDate(at.getDate() + day);
    return instant(at.getTime());
  });
}

export const weeksShown = 4;

/** The weeks that the schedule shows, by this screen's zone: a week that holds a clock change is an hour longer or shorter. */
export function shownSpan(now: Instant): Span {
  const first = daysOfWeek(now, 0)[0] ?? now;
  const last = daysOfWeek(now, weeksShown - 1)[7] ?? now;
  return { from: first, to: last };
}

/** Cuts shifts into weeks and lays them out on lanes. */
export function layOut(rows: readonly ShiftRow[], now: Instant): readonly Week[] {
  return Array.from({ length: weeksShown }, (_, offset) => {
    const days = daysOfWeek(now, offset);
    const span: Span = { from: days[0] ?? now, to: days[7] ?? now };
    return {
      ...span,
      days: days.slice(0, 7),
      lanes: roles.flatMap((role) =>
        lanesOf(
          rows.filter((row) => row.role === role),
          span,
        ),
      ),
    };
  });
}

function lanesOf(rows: readonly ShiftRow[], span: Span): readonly Lane[] {
  const lanes: { role: Role; pieces: Piece[]; end: Instant }[] = [];
  const inside = rows.filter((row) => row.from < span.to && row.to > span.from).toSorted((a, b) => a.from - b.from);
  for (const row of inside) {
    const free = lanes.find(({ end }) => end <= row.from) ?? { role: row.role, pieces: [], end: span.from };
    if (free.pieces.length === 0) lanes.push(free);
    free.pieces.push(pieceOf(row, span));
    free.end = row.to;
  }
  return lanes;
}

function pieceOf(row: ShiftRow, { from, to }: Span): Piece {
  const start = (Math.max(row.from, from) - from) / (to - from);
  return { row, start, width: (Math.min(row.to, to) - from) / (to - from) - start };
}
