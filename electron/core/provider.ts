import type { KnownPerson } from "../../shared/calendar/calendar-content.ts";
import type { CalendarConfigs, CalendarKind } from "../../shared/providers/calendars.ts";
import type { ChannelKind } from "../../shared/providers/channels.ts";
import type { ReachFailure } from "../../shared/providers/failure.ts";
import type { SourceConfigs, SourceKind } from "../../shared/providers/sources.ts";
import type { Announcement } from "../../shared/paging/announcement.ts";
import type { Result } from "../../shared/result.ts";
import type { DeclaredCalendar } from "../../shared/team/calendar.ts";
import type { Source } from "../../shared/team/team.ts";
import type { CalendarConnection, Expand } from "./calendar.ts";
import type { DocumentConnection } from "./document.ts";
import type { Clock, HttpRequest, HttpResponse, Secrets } from "./ports.ts";
import type { SourceConnection } from "./source.ts";

/** The Http port as a provider has it: each request goes the way that the team declares. */
export type ReachedHttp = { request(request: HttpRequest): Promise<Result<HttpResponse, ReachFailure>> };

/** What an adapter may use to reach its service. */
export type ReachTools = {
  readonly http: ReachedHttp;
  readonly clock: Pick<Clock, "now">;
  readonly secrets: Pick<Secrets, "get">;
};

type Unreadable = { readonly kind: "unreadable"; readonly code: string };

/** The files that a team file names, relative to it. */
export type TeamFolder = {
  readonly readText: (path: string) => Result<string, Unreadable>;
  /** `too-large` above the limit; never blocks. */
  readonly readBytes: (
    path: string,
    limitBytes: number,
  ) => Promise<Result<Uint8Array, Unreadable | { readonly kind: "too-large"; readonly limitBytes: number }>>;
};

export type SourceTools = ReachTools & Pick<TeamFolder, "readText">;
export type CalendarTools = ReachTools & TeamFolder & { readonly expand: Expand };

/** A declared source, or calendar, of one kind. */
export type SourceOf<K extends SourceKind> = Omit<Source, "config"> & { readonly config: SourceConfigs[K] };
export type CalendarOf<K extends CalendarKind> = Omit<DeclaredCalendar, "config"> & {
  readonly config: CalendarConfigs[K];
};

export type SourceProvider<K extends SourceKind> = {
  connect(source: SourceOf<K>, tools: SourceTools): SourceConnection;
};

export type CalendarProvider<K extends CalendarKind> = {
  connect(calendar: CalendarOf<K>, people: readonly KnownPerson[], tools: CalendarTools): CalendarConnection;
};

/** What carries announcements. A kind without `send` carries none, and is not offered. */
export type ChannelProvider = {
  send?(announcement: Announcement, tools: ReachTools): Promise<Result<void, ReachFailure>>;
};

export type DocumentTools = Pick<ReachTools, "http" | "clock"> & {
  /** Most bytes of one document. */
  readonly maxBytes: number;
};

export type DocumentProvider = { connect(address: string, tools: DocumentTools): DocumentConnection };

/** Everything outside that Baton speaks to, each kind with its adapter. */
export type Providers = {
  readonly sources: { readonly [K in SourceKind]: SourceProvider<K> };
  readonly calendars: { readonly [K in CalendarKind]: CalendarProvider<K> };
  readonly channels: Readonly<Record<ChannelKind, ChannelProvider>>;
  readonly documents: { readonly http: DocumentProvider };
};
