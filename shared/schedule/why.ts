import type { HolidayPolicy, PersonId, Role, Schedule } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import { after } from "../time/instant.ts";
import { toInstant } from "../time/zoned.ts";
import { planOf, type Plan } from "./plan.ts";
import { onCall } from "./resolve.ts";
import type { Context, Shift, Span } from "./shift.ts";
import type { Piece } from "./site.ts";
import { personAt, piecesOf } from "./site.ts";

/** Why somebody is on call, with the facts that a person would ask for next. */
export type Why =
  /** Their turn in a list, counted from 1; `cycle`, likewise, where every pass through the list has an order of its own. */
  | { readonly kind: "turn"; readonly place: number; readonly of: number; readonly cycle?: number }
  | { readonly kind: "follows"; readonly leader: Role; readonly offset: number }
  /** Everyone who holds no other role, perhaps because a change has moved somebody. */
  | { readonly kind: "everyone-else" }
  | { readonly kind: "imported" }
  | {
      readonly kind: "holiday";
      readonly name: string;
      readonly policy: HolidayPolicy;
      /** Whose turn it is. */
      readonly instead: readonly PersonId[];
    }
  | { readonly kind: "swap"; readonly with: PersonId }
  | { readonly kind: "override"; readonly reason?: string; readonly instead: readonly PersonId[] };

/** Finds the reason for shifts of one schedule, as it stands at an instant within each. */
export type Reasons = (shift: Shift, at: Instant) => Why;

export function reasonsOf(schedule: Schedule, context: Context): Reasons {
  const plan = planOf(schedule, context);
  const unchanged: Schedule = { ...schedule, overrides: [] };
  return (shift, at) => {
    switch (shift.because) {
      case "rotation":
        return ofRotation(plan, schedule, { role: shift.role, at });
      case "holiday": {
        const inTurn = turnsOf(plan, { from: at, to: after(at, 1) }, shift.role).filter((id) => id !== shift.person);
        return { kind: "holiday", name: shift.holiday ?? "", policy: plan.policy, instead: inTurn };
      }
      case "swap":
        return ofSwap(plan, shift, at);
      case "override":
        return ofOverride(schedule, { shift, at, before: onCall(unchanged, context, at).roles[shift.role] });
    }
  };
}

/** Whose turns in a role's list meet a span, whatever was changed since; nobody for roles without a list. */
export function turnsOf(plan: Plan, span: Span, role: Role): readonly PersonId[] {
  const found = piecesOf(plan.sites[role], span).flatMap(({ site, turn }) => personAt(site, turn) ?? []);
  return [...new Set(found)];
}

function ofRotation(plan: Plan, schedule: Schedule, { role, at }: { readonly role: Role; readonly at: Instant }): Why {
  if (plan.imported) return { kind: "imported" };
  const [piece] = piecesOf(plan.sites[role], { from: at, to: after(at, 1) });
  if (piece) return ofTurn(piece);
  const following = schedule.rotations.find((rotation) => rotation.kind === "offset" && rotation.role === role);
  if (following?.kind === "offset") return { kind: "follows", leader: following.follow, offset: following.offset };
  return { kind: "everyone-else" };
}

function ofTurn({ site, turn }: Piece): Why {
  const of = site.orderAt(turn).length;
  const cycle = Math.floor(turn / of) + 1;
  return { kind: "turn", place: (turn % of) + 1, of, ...(site.shuffles && { cycle }) };
}

/** Of swaps that meet, the one declared last had the last word. */
function ofSwap(plan: Plan, { role, person }: Shift, at: Instant): Why {
  const swap = plan.swaps.findLast(
    ({ role: of, from, to, a, b }) => of === role && from <= at && at < to && (a === person || b === person),
  );
  return swap ? { kind: "swap", with: swap.a === person ? swap.b : swap.a } : { kind: "everyone-else" };
}

type Overridden = { readonly shift: Shift; readonly at: Instant; readonly before: readonly Shift[] };

function ofOverride({ overrides, timezone }: Schedule, { shift, at, before }: Overridden): Why {
  const { role, person } = shift;
  const found = overrides.findLast(
    (one) =>
      one.role === role &&
      one.person === person &&
      toInstant(timezone, one.from) <= at &&
      at < toInstant(timezone, one.to),
  );
  if (!found) return { kind: "everyone-else" };
  const instead = before.map((other) => other.person).filter((id) => id !== person);
  return { kind: "override", instead, ...(found.reason !== undefined && { reason: found.reason }) };
}

/** A new order of a list that is shuffled at its end (002-7), from the instant that its first turn begins. */
export type Reordering = { readonly at: Instant; readonly role: Role; readonly order: readonly PersonId[] };

/** The new orders that begin within a span. */
export function reorderings(schedule: Schedule, context: Context, span: Span): readonly Reordering[] {
  const plan = planOf(schedule, context);
  return (["primary", "secondary", "backup"] as const).flatMap((role) => {
    // A turn that its coverage cuts into several pieces begins with the first.
    const begun = new Set<string>();
    return piecesOf(plan.sites[role], { from: after(span.from, -1), to: span.to }).flatMap(({ site, turn, from }) => {
      const key = `${site.begins}/${turn}`;
      const isNew = !begun.has(key);
      begun.add(key);
      const order = site.orderAt(turn);
      const starts = site.shuffles && turn >= order.length && turn % order.length === 0 && from >= span.from;
      return isNew && starts ? [{ at: from, role, order }] : [];
    });
  });
}
