import type { PersonId, Role, Schedule } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import { instant } from "../time/instant.ts";
import type { Change } from "./change.ts";
import { changed, declared, spanOf } from "./change.ts";
import { chosenRoles } from "./duty.ts";
import { watches, type Watch } from "./resolve.ts";
import type { Context, Span } from "./shift.ts";
import { follow } from "./shift.ts";

/** A stretch of time in which a role is held by others than before; empty where nobody holds it. */
export type Reassignment = Span & {
  readonly role: Role;
  readonly before: readonly PersonId[];
  readonly after: readonly PersonId[];
};

/** What a change moves, by role and time. Roles filled by everyone who is left follow along and are left out. */
export function reassignments(schedule: Schedule, context: Context, change: Change): readonly Reassignment[] {
  const span = spanOf(schedule, declared(change));
  const before = watches(schedule, context, span);
  const after = watches(changed(schedule, change), context, span);
  const cuts = cutsOf([...before, ...after]);
  return chosenRoles(schedule).flatMap((role) => compared(role, { before, after, cuts }));
}

type Both = { readonly before: readonly Watch[]; readonly after: readonly Watch[]; readonly cuts: readonly Instant[] };

const cutsOf = (spans: readonly Span[]): readonly Instant[] =>
  [...new Set(spans.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b);

function compared(role: Role, { before, after, cuts }: Both): readonly Reassignment[] {
  const was = follow(before);
  const is = follow(after);
  const found: Reassignment[] = [];
  for (const [index, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[index + 1] ?? instant(from);
    const one = { role, from, to, before: was(from)?.people[role] ?? [], after: is(from)?.people[role] ?? [] };
    if (sameList(one.before, one.after)) continue;
    const last = found.at(-1);
    const goesOn = last?.to === from && sameList(last.before, one.before) && sameList(last.after, one.after);
    if (goesOn) found[found.length - 1] = { ...last, to };
    else found.push(one);
  }
  return found;
}

const sameList = (a: readonly PersonId[], b: readonly PersonId[]): boolean =>
  a.length === b.length && a.every((person, index) => person === b[index]);
