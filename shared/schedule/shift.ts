import type { Holiday, Hours, ImportedShift, PersonId, Role } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import { instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";

export type { Holiday, ImportedShift, Span };

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

/** What a schedule needs to know besides itself. */
export type Context = { readonly workingHours: Hours };

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

/** Finds, for instants that are asked in ascending order, the spans that contain each, in the order in which they were given. */
export function sweep<S extends Span>(spans: readonly S[]): (at: Instant) => readonly S[] {
  if (spans.length === 0) return () => [];
  const coming = spans.map((span, place) => ({ span, place })).toSorted((a, b) => a.span.from - b.span.from);
  let begun = 0;
  let open: typeof coming = [];
  let found: readonly S[] = [];
  return (at) => {
    const next = open.filter(({ span }) => at < span.to);
    let changed = next.length < open.length;
    for (let one = coming[begun]; one && one.span.from <= at; one = coming[(begun += 1)]) {
      if (at >= one.span.to) continue;
      next.push(one);
      changed = true;
    }
    if (!changed) return found;
    open = next.toSorted((a, b) => a.place - b.place);
    found = open.map(({ span }) => span);
    return found;
  };
}

/** The parts of the shifts that lie within a span. */
export function clip(shifts: readonly Shift[], span: Span): readonly Shift[] {
  return shifts.flatMap((shift) => {
    const shared = overlap(shift, span);
    return shared ? [{ ...shift, ...shared }] : [];
  });
}
