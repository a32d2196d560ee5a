import type { Hours, LocalDate, PersonId, Role } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import { instant } from "../time/instant.ts";

/** Half-open: at `to` it is over. */
export type Span = { readonly from: Instant; readonly to: Instant };

/** Why somebody is on call, weakest first. */
export type Cause = "rotation" | "holiday" | "swap" | "override";

/**
 * One person in one role without a break, for one cause. Neighbours with the same person and cause are one shift, unless
 * a rotation has a single participant, whose turns would otherwise never end.
 */
export type Shift = Span & {
  readonly role: Role;
  readonly person: PersonId;
  readonly because: Cause;
  /** The holiday's name, where it is the cause. */
  readonly holiday?: string;
  /** Who takes the role over at `to`; absent where nobody does or where the same person goes on for another cause. */
  readonly handoff?: PersonId;
};

export type Holiday = { readonly date: LocalDate; readonly name: string };

/** A shift that a calendar or a provider declares. */
export type ImportedShift = Span & { readonly role: Role; readonly person: PersonId };

/**
 * What a schedule needs to know besides itself. `holidays` are those that stand outside the team file: public holidays of
 * the schedule's regions and of its calendars, complete for each year that is asked about. `imported` shifts replace the
 * schedule's rotations; where they leave nobody as primary there is a gap.
 */
export type Context = {
  readonly workingHours: Hours;
  readonly holidays?: readonly Holiday[];
  readonly imported?: readonly ImportedShift[];
};

/** What two spans share; `undefined` where they do not meet. */
export function overlap(a: Span, b: Span): Span | undefined {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from: instant(from), to: instant(to) } : undefined;
}

/** Finds, for instants that are asked in ascending order, the one of ascending spans without overlap that contains each. */
export function follow<S extends Span>(spans: readonly S[]): (at: Instant) => S | undefined {
  let position = 0;
  return (at) => {
    while ((spans[position]?.to ?? Infinity) <= at) position += 1;
    const span = spans[position];
    return span && span.from <= at ? span : undefined;
  };
}

/** The parts of the shifts that lie within a span. */
export function clip(shifts: readonly Shift[], span: Span): readonly Shift[] {
  return shifts.flatMap((shift) => {
    const shared = overlap(shift, span);
    return shared ? [{ ...shift, ...shared }] : [];
  });
}
