import type { KnownPerson } from "../../../shared/calendar/calendar-content.ts";
import type { DeclaredCalendar, FeedPlace } from "../../../shared/team/calendar.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Span } from "../../../shared/schedule/shift.ts";
import type { ReadFailure } from "../../../shared/calendar/read-failure.ts";
import type { CalendarConnection, CalendarKind, CalendarTools, ReadResult } from "../../core/calendar.ts";
import { createContentMemory } from "../content-memory.ts";
import { oneAtATime } from "../shared-reading.ts";
import { download, mostBytes, type Download } from "./download.ts";
import { feedAddress } from "./feed-address.ts";

/** An iCalendar feed by address or file: Google Calendar, Outlook, PagerDuty, Grafana, Nextcloud and whatever else writes RFC 5545. */
export const ics: CalendarKind = {
  kind: "ics",
  title: "iCalendar feed",
  secrets: ({ config }) => (config.kind === "ics" && config.place.kind === "secret" ? [config.place.name] : []),
  connect(calendar, people, tools) {
    if (calendar.config.kind !== "ics") throw new Error(`${calendar.id} is of another kind: ${calendar.config.kind}`);
    return watch({ calendar, place: calendar.config.place, people }, tools);
  },
};

type Watched = {
  readonly calendar: DeclaredCalendar;
  readonly place: FeedPlace;
  readonly people: readonly KnownPerson[];
};

function watch({ calendar, place, people }: Watched, tools: CalendarTools): CalendarConnection {
  const remember = createContentMemory();
  /** The last feed that made a calendar, and what it was asked. A bad one is forgotten, so that the server is not asked whether it still is. */
  let last: { readonly download: Download; readonly window: Span } | undefined;

  return oneAtATime(async (window): Promise<ReadResult> => {
    const fetched = await fetchFeed(place, last?.download, tools);
    if (!fetched.ok) return fetched;
    const fresh = fetched.value === "unchanged" ? last?.download : fetched.value;
    if (!fresh) return err({ kind: "status", status: 304 });
    if (last && isSameQuestion(last, { download: fresh, window })) return ok("unchanged");
    const { timezone, use, rules } = calendar;
    const { from, to } = window;
    const content = await tools.expand(fresh.feed, { from, to, zone: timezone, use, rules, people });
    last = content.ok ? { download: fresh, window } : undefined;
    if (!content.ok) return content;
    const { changedAt } = fresh;
    return remember({ content: content.value, ...(changedAt !== undefined && { changedAt }) });
  });
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

function addressOf(
  place: Exclude<FeedPlace, { kind: "file" }>,
  { secrets }: CalendarTools,
): Result<string, ReadFailure> {
  if (place.kind === "url") return ok(place.url);
  const secret = secrets.get(place.name);
  return secret === undefined ? err({ kind: "secret-missing", name: place.name }) : ok(secret);
}
