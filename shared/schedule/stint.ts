import type { PersonId, Role, Schedule } from "../team/team.ts";
import { watches, type Watch } from "./resolve.ts";
import type { Context, Span } from "./shift.ts";

/** The roles that a person carries and hands over; a backup stands by. */
export const carriedRoles = ["primary", "secondary"] as const satisfies readonly Role[];
export type CarriedRole = (typeof carriedRoles)[number];

/**
 * One person in one role without a break, whatever the causes: neither a holiday nor the next turn of the same person ends
 * it. Who holds two roles carries the first of them.
 */
export type Stint = Span & {
  readonly role: CarriedRole;
  /** Who held the role just before; absent where nobody did. */
  readonly before?: PersonId;
  /** Who holds it just after. */
  readonly next?: PersonId;
};

/** A person's stints within a span and cut to it, in order. */
export function stints(
  schedule: Schedule,
  context: Context,
  { person, ...span }: Span & { readonly person: PersonId },
): readonly Stint[] {
  const found: Stint[] = [];
  let open: Stint | undefined;
  let last: Watch | undefined;
  for (const watch of watches(schedule, context, span)) {
    const role = carriedRoles.find((one) => watch.people[one].includes(person));
    if (open && open.role !== role) {
      found.push(closed(open, watch, person));
      open = undefined;
    }
    if (role !== undefined) open = open ? { ...open, to: watch.to } : opened(watch, role, { before: last, person });
    last = watch;
  }
  return open ? [...found, open] : found;
}

type Moment = { readonly before: Watch | undefined; readonly person: PersonId };

function opened({ from, to }: Watch, role: CarriedRole, { before, person }: Moment): Stint {
  const other = before?.people[role].find((one) => one !== person);
  return { role, from, to, ...(other !== undefined && { before: other }) };
}

function closed(stint: Stint, after: Watch, person: PersonId): Stint {
  const other = after.people[stint.role].find((one) => one !== person);
  return other === undefined ? stint : { ...stint, next: other };
}
