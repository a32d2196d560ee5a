import type { Span } from "../../../shared/schedule/shift.ts";
import type { Role } from "../../../shared/team/team.ts";
import { day } from "../../../shared/time/duration.ts";
import { instant } from "../../../shared/time/instant.ts";

/** A user as an answer names one: the id always, the name and address where it tells them. */
export type User = { readonly id: string; readonly name?: string; readonly email?: string };

/** Somebody on call for a while, in PagerDuty's words. */
export type Entry = Span & { readonly role: Role; readonly user: User };

/** A question about a longer time than this is refused. */
const longestSlice = 90 * day;

/** A window cut into pieces that the API answers. */
export function slices({ from, to }: Span): readonly Span[] {
  const found: Span[] = [];
  for (let at = from; at < to;) {
    const end = instant(Math.min(at + longestSlice, to));
    found.push({ from: at, to: end });
    at = end;
  }
  return found;
}

/** Entries whole again: what one person holds in one role without a break is one, even where slices or layers had cut it. */
export function joined(entries: readonly Entry[]): readonly Entry[] {
  const found: Entry[] = [];
  const open = new Map<string, number>();
  for (const entry of entries.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const key = JSON.stringify([entry.role, entry.user.id]);
    const index = open.get(key);
    const before = index === undefined ? undefined : found[index];
    if (index !== undefined && before && entry.from <= before.to) {
      found[index] = { ...before, to: entry.to > before.to ? entry.to : before.to };
    } else {
      open.set(key, found.length);
      found.push(entry);
    }
  }
  return found;
}
