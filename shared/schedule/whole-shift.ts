import type { Role } from "../team/team.ts";
import type { Holder } from "./roster.ts";
import type { Shift } from "./shift.ts";
import type { Segment, Timeline } from "./timeline.ts";
import { isSame } from "./timeline.ts";

/** The shifts found so far. Every holder belongs to one segment and role, and so to one shift. */
export type KnownShifts = WeakMap<Holder, Shift>;

/** The place of a holder on a timeline. */
export type Place = { readonly timeline: Timeline; readonly segment: Segment; readonly role: Role };

/** The whole shift that a holder stands in, however far it reaches. The same shift is always the same value. */
export function wholeShift(known: KnownShifts, holder: Holder, { timeline, segment, role }: Place): Shift {
  const found = known.get(holder);
  if (found) return found;
  const inRole = (other: Segment): Holder | undefined =>
    other.roster[role].find((candidate) => isSame(candidate, holder));

  const holders = [holder];
  let first = segment;
  for (let other = timeline.previous(first), same = inRole(other); same; same = inRole(other)) {
    holders.push(same);
    first = other;
    other = timeline.previous(other);
  }
  let last = segment;
  let next = timeline.next(last);
  for (let same = inRole(next); same; same = inRole(next)) {
    holders.push(same);
    last = next;
    next = timeline.next(next);
  }

  const present = new Set(last.roster[role].map(({ person }) => person));
  const heir = next.roster[role].find(({ person }) => !present.has(person))?.person;
  const { person, because, holiday } = holder;
  const shift: Shift = {
    role,
    person,
    from: first.from,
    to: last.to,
    because,
    ...(holiday === undefined ? {} : { holiday }),
    ...(heir === undefined ? {} : { handoff: heir }),
  };
  for (const each of holders) known.set(each, shift);
  return shift;
}
