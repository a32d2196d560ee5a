import type { KnownPerson } from "../../../shared/calendar/calendar-content.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Span } from "../../../shared/schedule/shift.ts";
import type { ReadFailure } from "../../../shared/calendar/read-failure.ts";
import type { FeedPlace } from "../../../shared/team-file/address.ts";
import { isSameSpan } from "../../../shared/time/span.ts";
import type { CalendarConnection, ReadResult } from "../../core/calendar.ts";
import type { CalendarOf, CalendarProvider, CalendarTools } from "../../core/provider.ts";
import { createContentMemory } from "../reach/content-memory.ts";
import { oneAtATime } from "../reach/one-at-a-time.ts";
import { secretOf } from "../reach/credential.ts";
import { download, mostBytes, type Download } from "./download.ts";
import { feedAddress } from "./feed-address.ts";

/** An iCalendar feed by address or file: Google Calendar, Outlook, PagerDuty, Grafana, Nextcloud and whatever else writes RFC 5545. */
export const ics: CalendarProvider<"ics"> = { connect: watch };

function watch(
  { config: { place }, timezone, use, rules }: CalendarOf<"ics">,
  people: readonly KnownPerson[],
  tools: CalendarTools,
): CalendarConnection {
  const remember = createContentMemory();
  /** The last feed that made a calendar, and what it was asked. A bad one is forgotten, so that the server is not asked whether it still is. */
  let last: { readonly download: Download; readonly window: Span } | undefined;

  const read = async (window: Span): Promise<ReadResult> => {
    const fetched = await fetchFeed(place, last?.download, tools);
    if (!fetched.ok) return fetched;
    const fresh = fetched.value === "unchanged" ? last?.download : fetched.value;
    if (!fresh) return err({ kind: "status", status: 304 });
    if (last && isSameQuestion(last, { download: fresh, window })) return ok("unchanged");
    const { from, to } = window;
    const content = await tools.expand(fresh.feed, { from, to, zone: timezone, use, rules, people });
    last = content.ok ? { download: fresh, window } : undefined;
    if (!content.ok) return content;
    const { changedAt } = fresh;
    return remember({ content: content.value, ...(changedAt !== undefined && { changedAt }) });
  };
  return { read: oneAtATime(read, isSameSpan) };
}

type Asked = { readonly download: Download; readonly window: Span };

const isSameQuestion = (a: Asked, b: Asked): boolean =>
  a.window.from === b.window.from &&
  a.window.to === b.window.to &&
  a.download.feed.charset === b.download.feed.charset &&
  isSameBytes(a.download.feed.bytes, b.download.feed.bytes);

const isSameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a === b || (a.length === b.length && a.every((byte, index) => byte === b[index]));

async function fetchFeed(
  place: FeedPlace,
  known: Download | undefined,
  tools: CalendarTools,
): Promise<Result<Download | "unchanged", ReadFailure>> {
  if (place.kind === "file") {
    const bytes = await tools.readBytes(place.path, mostBytes);
    return bytes.ok ? ok({ feed: { bytes: bytes.value }, validators: {} }) : bytes;
  }
  const address = addressOf(place, tools);
  if (!address.ok) return address;
  const url = feedAddress(address.value);
  return url ? download(url, known?.validators ?? {}, tools) : err({ kind: "bad-address" });
}

const addressOf = (
  place: Exclude<FeedPlace, { kind: "file" }>,
  { secrets }: CalendarTools,
): Result<string, ReadFailure> => (place.kind === "url" ? ok(place.url) : secretOf(place.name, secrets));
