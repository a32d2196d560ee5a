import { memoizeLast } from "../../memoize.ts";
import type { Context } from "../../schedule/shift.ts";
import { stints, type Stint } from "../../schedule/stint.ts";
import type { PersonId, Schedule } from "../../team/team.ts";
import { day } from "../../time/duration.ts";
import { instant, type Instant } from "../../time/instant.ts";

/** My stints around an instant, found once for all instants of the same part of time. */
export type MyStints = {
  readonly stints: readonly Stint[];
  /** When the next part begins, and stints further ahead come into sight. */
  readonly until: Instant;
};

/** Longer than any lead, so that what is ahead of an instant is in sight of its part. */
const partLength = 30 * day;

const found = memoizeLast<MyStints>();

/** What I carry in a schedule, from a part of time before `now` to one after. */
export function myStints(
  schedule: Schedule,
  context: Context,
  { me, now }: { readonly me: PersonId; readonly now: Instant },
): MyStints {
  const part = Math.floor(now / partLength);
  return found(schedule, [context, me, part], () => {
    const [from, to] = [instant((part - 2) * partLength), instant((part + 3) * partLength)];
    return { stints: stints(schedule, context, { person: me, from, to }), until: instant((part + 1) * partLength) };
  });
}
