import * as v from "valibot";
import { err, ok, type Result } from "../../../shared/result.ts";
import { second } from "../../../shared/time/duration.ts";
import { instant, type Instant } from "../../../shared/time/instant.ts";
import type { ReadFailure } from "../../../shared/calendar/read-failure.ts";
import type { ReachTools } from "../../core/provider.ts";
import { jsonOf, malformed } from "../reach/json.ts";

/** One account of PagerDuty; `token` goes into a header and nowhere else. */
export type Account = {
  readonly url: string;
  readonly token: string;
  readonly tools: Pick<ReachTools, "http" | "clock">;
};

type Query = readonly (readonly [name: string, value: string])[];

export type Call<T> = {
  readonly path: string;
  readonly query: Query;
  readonly schema: v.GenericSchema<unknown, T>;
  /** New-style schedules are early access, and want to be told that one knows. */
  readonly early?: boolean;
};

const deadline = 20 * second;
const mostBytes = 16 * 1024 * 1024;

/** Asks once and checks the answer (developer.pagerduty.com/docs/rest-api-overview). */
export async function ask<T>({ url, token, tools }: Account, call: Call<T>): Promise<Result<T, ReadFailure>> {
  const query = new URLSearchParams();
  for (const [name, value] of call.query) query.append(name, value);
  const answer = await tools.http.request({
    method: "GET",
    url: `${url}${call.path}?${query.toString()}`,
    credential: [{ name: "authorization", prefix: "Token token=", secret: token }],
    headers: {
      accept: "application/vnd.pagerduty+json;version=2",
      ...(call.early === true && { "x-early-access": "flexible-schedules-early-access" }),
    },
    deadline,
    maxBytes: mostBytes,
  });
  const parsed = answer.ok ? jsonOf(answer.value, tools.clock.now()) : answer;
  if (!parsed.ok) return parsed;
  const checked = v.safeParse(call.schema, parsed.value);
  return checked.success ? ok(checked.output) : malformed(...checked.issues.slice(0, 5).map(issue));
}

/** Where and what was expected; never what was found, which may be anybody's. */
const issue = (found: v.BaseIssue<unknown>): string =>
  `${v.getDotPath(found) ?? "answer"}: expected ${found.expected ?? "something else"}`;

/** Classic paging: no more than 100 at a time, and none behind the first 10,000. */
export const pageSize = 100;
export const mostItems = 10_000;

type Page<Item> = { readonly items: readonly Item[]; readonly more: boolean };

/** All pages of a list. A list that is longer than the API tells is a failure: the part that is missing may be who is on call. */
export async function askAll<Item>(
  account: Account,
  call: Call<Page<Item>>,
): Promise<Result<readonly Item[], ReadFailure>> {
  const found: Item[] = [];
  for (let offset = 0; offset + pageSize <= mostItems; offset += pageSize) {
    const paging: Query = [
      ["limit", String(pageSize)],
      ["offset", String(offset)],
    ];
    const page = await ask(account, { ...call, query: [...call.query, ...paging] });
    if (!page.ok) return page;
    found.push(...page.value.items);
    if (!page.value.more) return ok(found);
  }
  return err({ kind: "too-many-items", limit: mostItems });
}

/** An instant of an answer, which always has an offset. */
export const time = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text): Instant => instant(Date.parse(text))),
);
