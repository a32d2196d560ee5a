import { err, ok, type Result } from "../../../shared/result.ts";
import { hour, second } from "../../../shared/time/duration.ts";
import { instant, type Instant } from "../../../shared/time/instant.ts";
import type { HttpResponse } from "../../core/ports.ts";
import type { ReadFailure } from "../../../shared/calendar/read-failure.ts";
import type { Feed } from "../../core/calendar.ts";
import type { CalendarTools } from "../../core/provider.ts";
import { failureOfStatus, isRedirect, retryAfter } from "../reach/status.ts";
import { redirectTarget } from "./feed-address.ts";

/** Most bytes of a feed after decompression; ten years of a busy team are a tenth of it. */
export const mostBytes = 20 * 1024 * 1024;
/** Milliseconds to the last byte: Google and Outlook make some feeds as they are asked for. */
const deadline = 30 * second;
const mostRedirects = 3;
const longestPause = 24 * hour;

/** What a server said of a feed, to be told it again (RFC 9110, 13.1). */
export type Validators = { readonly etag?: string; readonly lastModified?: string };

/** A feed as it was downloaded. `changedAt` is by the server's clock. */
export type Download = { readonly feed: Feed; readonly validators: Validators; readonly changedAt?: Instant };

type Tools = Pick<CalendarTools, "http" | "clock">;

/** Downloads a feed, unless the server says that it is the one that was told of. Its content type is not asked: calendars come as text/html, too. */
export async function download(
  url: URL,
  known: Validators,
  tools: Tools,
): Promise<Result<Download | "unchanged", ReadFailure>> {
  let target = url;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await tools.http.request({
      method: "GET",
      url: target.href,
      headers: { accept: "text/calendar, */*;q=0.1", ...conditions(known) },
      deadline,
      maxBytes: mostBytes,
    });
    if (!answer.ok) return answer;
    const { status, headers } = answer.value;
    if (status === 200) return ok(downloaded(answer.value));
    if (status === 304 && hasValidators(known)) return ok("unchanged");
    const next = isRedirect(status) ? redirectTarget(target, headers["location"]) : undefined;
    if (!next || redirects === mostRedirects) return err(failureOf(answer.value, tools.clock.now()));
    target = next;
  }
}

const hasValidators = ({ etag, lastModified }: Validators): boolean => etag !== undefined || lastModified !== undefined;

const conditions = ({ etag, lastModified }: Validators): Record<string, string> => ({
  ...(etag !== undefined && { "if-none-match": etag }),
  ...(lastModified !== undefined && { "if-modified-since": lastModified }),
});

function downloaded({ headers, body }: HttpResponse): Download {
  const { etag, "last-modified": lastModified, "content-type": type = "" } = headers;
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(type)?.[1];
  const changed = Date.parse(lastModified ?? "");
  return {
    feed: { bytes: body, ...(charset !== undefined && { charset }) },
    validators: { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) },
    ...(!Number.isNaN(changed) && { changedAt: instant(changed) }),
  };
}

/** As for any service; and one that is busy may say for how long. A calendar can wait for a day. */
function failureOf(response: HttpResponse, now: Instant): ReadFailure {
  const { status, headers } = response;
  const until = status === 429 || status === 503 ? retryAfter(headers, now, longestPause) : undefined;
  if (until !== undefined) return { kind: "rate-limited", until };
  return failureOfStatus(response, now) ?? { kind: "status", status };
}
