import type { Person, Schedule } from "../team/team.ts";
import { week } from "../time/duration.ts";
import { after } from "../time/instant.ts";
import type { Change } from "./change.ts";
import { changed, declared, spanOf } from "./change.ts";
import type { Conflict } from "./conflicts.ts";
import { conflicts } from "./conflicts.ts";
import type { Fairness } from "./fairness.ts";
import { fairnessWith } from "./fairness.ts";
import { gaps } from "./gaps.ts";
import type { Reassignment } from "./reassignment.ts";
import { reassignments } from "./reassignment.ts";
import type { Context, Span } from "./shift.ts";
import { overlap } from "./shift.ts";

/** What a change does to its schedule. Conflicts and gaps are cut to the change's span. */
export type ChangeEffect = {
  readonly span: Span;
  readonly moved: readonly Reassignment[];
  /** Of the change's role, from eight weeks before it to eight weeks after it (000-10). */
  readonly fairness: { readonly span: Span; readonly before: Fairness; readonly after: Fairness };
  readonly conflicts: Difference<Conflict>;
  readonly gaps: Difference<Span>;
};

/** What there would be with the change and is not now, and the other way round. */
export type Difference<T> = { readonly made: readonly T[]; readonly mended: readonly T[] };

type Question = { readonly change: Change; readonly people: readonly Pick<Person, "id" | "timezone" | "away">[] };

/** The effect of a change that has no problems. */
export function changeEffect(schedule: Schedule, context: Context, { change, people }: Question): ChangeEffect {
  const span = spanOf(schedule, declared(change));
  const then = changed(schedule, change);
  const around = { from: after(span.from, -8 * week), to: after(span.to, 8 * week) };
  const conflictsOf = (of: Schedule): readonly Conflict[] => within(conflicts(of, context, { span, people }), span);
  return {
    span,
    moved: reassignments(schedule, context, change),
    fairness: {
      span: around,
      ...fairnessWith(schedule, context, { span: around, people, roles: [declared(change).role], change }),
    },
    conflicts: difference(conflictsOf(schedule), conflictsOf(then), conflictMark),
    gaps: difference(gaps(schedule, context, span), gaps(then, context, span), spanMark),
  };
}

const within = (found: readonly Conflict[], span: Span): readonly Conflict[] =>
  found.flatMap((conflict) => {
    const part = overlap(conflict, span);
    return part ? [{ ...conflict, ...part }] : [];
  });

const spanMark = ({ from, to }: Span): string => `${String(from)} ${String(to)}`;

const conflictMark = (conflict: Conflict): string =>
  `${conflict.kind} ${conflict.shift.role} ${conflict.shift.person} ${spanMark(conflict)}`;

function difference<T>(before: readonly T[], now: readonly T[], mark: (one: T) => string): Difference<T> {
  const without = (from: readonly T[], others: readonly T[]): readonly T[] => {
    const known = new Set(others.map(mark));
    return from.filter((one) => !known.has(mark(one)));
  };
  return { made: without(now, before), mended: without(before, now) };
}
