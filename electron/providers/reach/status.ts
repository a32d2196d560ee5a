import type { ReachFailure } from "../../../shared/providers/failure.ts";
import { hour, second } from "../../../shared/time/duration.ts";
import { after, instant, type Instant } from "../../../shared/time/instant.ts";
import type { HttpResponse } from "../../core/ports.ts";

/** No server may keep a source blind for longer than this by asking to be left alone. */
const longestPause = hour;

/** What a status means; `undefined` for success. A provider whose service says more, or means another thing by it, says so itself. */
export function failureOfStatus({ status, headers }: HttpResponse, now: Instant): ReachFailure | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 401) return { kind: "unauthorized", status };
  if (status === 402) return { kind: "plan-limit" };
  if (status === 403) return { kind: "forbidden" };
  if (isRedirect(status)) return { kind: "redirected", status };
  if (status !== 429) return { kind: "status", status };
  const until = retryAfter(headers, now, longestPause);
  return until === undefined ? { kind: "rate-limited" } : { kind: "rate-limited", until };
}

export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** Where servers say when they may be asked again; the first that is there counts. */
const headersOfPause = ["retry-after", "ratelimit-reset", "x-ratelimit-reset"] as const;

/** When a server wants to be asked again, `longest` milliseconds from now at most. */
export function retryAfter(
  headers: HttpResponse["headers"],
  now: Instant,
  longest: number = longestPause,
): Instant | undefined {
  const said = headersOfPause.map((name) => headers[name]).find((value) => value !== undefined && value !== "");
  const at = said === undefined ? Number.NaN : momentOf(said.trim(), now);
  return Number.isNaN(at) ? undefined : instant(Math.min(Math.max(at, now), after(now, longest)));
}

/** In seconds a number from here on is a moment, not a length: nobody asks to be left alone for thirty years. */
const epoch = 1_000_000_000;

/** RFC 9110, 10.2.3, has whole seconds or an HTTP date; others say the second of the epoch, or an instant of RFC 3339. */
function momentOf(text: string, now: Instant): number {
  if (!/^\d+(\.\d+)?$/.test(text)) return Date.parse(text);
  const seconds = Number(text);
  return seconds < epoch ? now + seconds * second : seconds * second;
}
