import * as v from "valibot";
import { ok, type Result } from "../../../shared/result.ts";
import type { Span } from "../../../shared/schedule/shift.ts";
import type { Role } from "../../../shared/team/team.ts";
import { toIso } from "../../../shared/time/instant.ts";
import type { ReadFailure } from "../../../shared/calendar/read-failure.ts";
import { askAll, time, type Account } from "./api.ts";
import type { Entry } from "./entry.ts";

const page = v.pipe(
  v.object({
    more: v.nullish(v.boolean()),
    oncalls: v.array(
      v.object({
        escalation_level: v.pipe(v.number(), v.integer(), v.minValue(1)),
        // Null for somebody who is on call all the time.
        start: v.nullish(time),
        end: v.nullish(time),
        user: v.object({ id: v.string(), summary: v.nullish(v.string()), email: v.nullish(v.string()) }),
      }),
    ),
  }),
  v.transform(({ more, oncalls }) => ({ items: oncalls, more: more === true })),
);

/** Who is on call by an escalation policy: its first level is primary, its second secondary, all others are backup. */
export async function onCalls(
  account: Account,
  { policy, span }: { readonly policy: string; readonly span: Span },
): Promise<Result<readonly Entry[], ReadFailure>> {
  const answer = await askAll(account, {
    path: "/oncalls",
    query: [
      ["escalation_policy_ids[]", policy],
      ["since", toIso(span.from)],
      ["until", toIso(span.to)],
      ["time_zone", "UTC"],
      ["include[]", "users"],
    ],
    schema: page,
  });
  if (!answer.ok) return answer;
  return ok(
    answer.value.map(({ escalation_level: level, start, end, user: { id, summary, email } }) => ({
      role: roleOf(level),
      from: start ?? span.from,
      to: end ?? span.to,
      user: { id, ...(summary && { name: summary }), ...(email && { email }) },
    })),
  );
}

const roleOf = (level: number): Role => (level === 1 ? "primary" : level === 2 ? "secondary" : "backup");
