import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/*
 * A server that speaks the shapes of PagerDuty's REST API as its reference documents them (developer.pagerduty.com/api-reference): classic
 * paging, final schedules of both kinds, and the headers of its rate limit. It refuses what the real one refuses.
 */

export type PagerDutyUser = { readonly id: string; readonly name: string; readonly email: string };
type Entry = { readonly start: string; readonly end: string; readonly user: PagerDutyUser | null };

export type PagerDutyAccount = {
  readonly token: string;
  readonly users: readonly PagerDutyUser[];
  /** Schedules of layers, by id. */
  readonly layered: Readonly<Record<string, readonly Entry[]>>;
  /** Schedules of shifts, by id, which only `/v3` knows. */
  readonly flexible: Readonly<Record<string, readonly Entry[]>>;
  readonly onCalls: readonly (Omit<Entry, "start" | "end"> & {
    readonly policy: string;
    readonly level: number;
    readonly start: string | null;
    readonly end: string | null;
  })[];
};

export type PagerDutyServer = {
  readonly url: string;
  readonly asked: URL[];
  /** From now on every answer is this one; `undefined` for the true ones. */
  fail: { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string } | undefined;
  close(): void;
};

type Answer = { readonly status: number; readonly body: unknown };

const found = (body: unknown): Answer => ({ status: 200, body });
const problem = (status: number, message: string): Answer => ({ status, body: { error: { message, code: 2100 } } });

export async function pagerDutyServer(account: PagerDutyAccount): Promise<PagerDutyServer> {
  const state: { fail: PagerDutyServer["fail"]; readonly asked: URL[] } = { fail: undefined, asked: [] };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    state.asked.push(url);
    const answer = state.fail
      ? { status: state.fail.status, body: state.fail.body ?? {} }
      : answerTo(account, request, url);
    response.writeHead(answer.status, { "content-type": "application/json", ...state.fail?.headers });
    response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  });
}

function answerTo(account: PagerDutyAccount, { headers }: IncomingMessage, url: URL): Answer {
  if (headers.authorization !== `Token token=${account.token}`) return problem(401, "Unauthorized");
  if (headers.accept !== "application/vnd.pagerduty+json;version=2") return problem(406, "Not Acceptable");
  const [, first, second, third] = url.pathname.split("/");
  if (first === "users") return paged(account.users, url, (items) => ({ users: items }));
  if (first === "oncalls") return onCalls(account, url);
  if (first === "schedules" && second !== undefined) return layered(account, url, second);
  if (first === "v3" && second === "schedules" && third !== undefined) {
    return headers["x-early-access"] === undefined ? problem(400, "Early access") : flexible(account, url, third);
  }
  return problem(404, "Not Found");
}

function paged<T>(items: readonly T[], url: URL, wrap: (items: readonly T[]) => object): Answer {
  const [limit, offset] = [Number(url.searchParams.get("limit") ?? 25), Number(url.searchParams.get("offset") ?? 0)];
  if (limit > 100 || limit < 1 || offset + limit > 10_000) return problem(400, "Offset and limit are out of range");
  const more = offset + limit < items.length;
  return found({ ...wrap(items.slice(offset, offset + limit)), limit, offset, more, total: null });
}

/** The asked span; longer than 90 days is refused. */
function spanOf(url: URL): { readonly since: number; readonly until: number } | undefined {
  const since = Date.parse(url.searchParams.get("since") ?? "");
  const until = Date.parse(url.searchParams.get("until") ?? "");
  return until - since > 0 && until - since <= 90 * 86_400_000 ? { since, until } : undefined;
}

function within(entries: readonly Entry[], { since, until }: { since: number; until: number }): readonly Entry[] {
  return entries.filter(({ start, end }) => Date.parse(start) < until && Date.parse(end) > since);
}

const reference = ({ id, name }: PagerDutyUser) => ({
  id,
  type: "user_reference",
  summary: name,
  self: null,
  html_url: null,
});

function layered({ layered: schedules }: PagerDutyAccount, url: URL, id: string): Answer {
  const span = spanOf(url);
  const entries = Object.hasOwn(schedules, id) ? schedules[id] : undefined;
  if (!entries) return problem(404, "Not Found");
  if (!span) return problem(400, "Invalid Input Provided");
  const whole = url.searchParams.get("overflow") === "true";
  const rendered = within(entries, span).map(({ start, end, user }) => ({
    start: whole ? start : new Date(Math.max(Date.parse(start), span.since)).toISOString(),
    end: whole ? end : new Date(Math.min(Date.parse(end), span.until)).toISOString(),
    user: user && reference(user),
  }));
  const final = { name: "Final Schedule", rendered_schedule_entries: rendered, rendered_coverage_percentage: 100.0 };
  return found({ schedule: { id, type: "schedule", time_zone: "UTC", schedule_layers: [], final_schedule: final } });
}

function flexible({ flexible: schedules }: PagerDutyAccount, url: URL, id: string): Answer {
  const span = spanOf(url);
  const entries = Object.hasOwn(schedules, id) ? schedules[id] : undefined;
  if (!entries) return problem(404, "Not Found");
  if (!span) return problem(400, "Invalid Input Provided");
  const assignments = within(entries, span).map(({ start, end, user }) => ({
    type: "computed_shift_assignment",
    start_time: new Date(Math.max(Date.parse(start), span.since)).toISOString(),
    end_time: new Date(Math.min(Date.parse(end), span.until)).toISOString(),
    member: user ? { type: "user_member", user_id: user.id, name: user.name } : { type: "empty_member" },
    source: { type: "schedule_rotation_shift", rotation_id: "R1" },
  }));
  const asked = url.searchParams.getAll("include[]").includes("final_schedule");
  const final = { type: "final_schedule", computed_shift_assignments: assignments };
  return found({
    schedule: { id, type: "schedule", time_zone: "UTC", rotations: [], ...(asked && { final_schedule: final }) },
  });
}

function onCalls({ onCalls: all }: PagerDutyAccount, url: URL): Answer {
  const policies = url.searchParams.getAll("escalation_policy_ids[]");
  const emails = url.searchParams.getAll("include[]").includes("users");
  const items = all
    .filter(({ policy }) => policies.includes(policy))
    .map(({ policy, level, start, end, user }) => ({
      escalation_policy: { id: policy, type: "escalation_policy_reference" },
      escalation_level: level,
      schedule: null,
      user: user && { ...reference(user), ...(emails && { type: "user", name: user.name, email: user.email }) },
      start,
      end,
    }));
  return paged(items, url, (oncalls) => ({ oncalls }));
}
