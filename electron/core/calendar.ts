import type { CalendarAnswer, CalendarContent, KnownPerson } from "../../shared/calendar/calendar-content.ts";
import type { CalendarFailure } from "../../shared/calendar/calendar-failure.ts";
import type { DeclaredCalendar } from "../../shared/team/calendar.ts";
import type { ContentQuestion } from "../../shared/calendar/map-calendar.ts";
import type { ReadFailure } from "../../shared/calendar/read-failure.ts";
import type { Result } from "../../shared/result.ts";
import type { Span } from "../../shared/time/span.ts";
import type { Clock, Http, Secrets } from "./ports.ts";

/** A feed as it came: bytes, and the charset that its server names for them. */
export type Feed = { readonly bytes: Uint8Array; readonly charset?: string };

/** Expands a feed away from the main thread. It never throws and never takes longer than its budget. */
export type Expand = (feed: Feed, question: ContentQuestion) => Promise<Result<CalendarContent, CalendarFailure>>;

/** The means of expanding feeds; `dispose` ends whatever is being expanded. */
export type Expansion = { readonly expand: Expand; readonly dispose: () => void };

/** What a calendar adapter may use. */
export type CalendarTools = {
  readonly http: Http;
  readonly clock: Pick<Clock, "now">;
  readonly secrets: Pick<Secrets, "get">;
  /** Reads a file that the team file names, relative to it; `too-large` above the limit. */
  readonly readBytes: (
    path: string,
    limitBytes: number,
  ) => Promise<Result<Uint8Array, { readonly kind: "unreadable"; readonly code: string } | TooLarge>>;
  readonly expand: Expand;
};

type TooLarge = { readonly kind: "too-large"; readonly limitBytes: number };

/** `unchanged`: the content is the one before, so whoever holds it keeps its very arrays. */
export type ReadResult = Result<CalendarAnswer | "unchanged", ReadFailure>;

/** A calendar that is being read. */
export type CalendarConnection = {
  /** Asked again before it has answered, it asks the server once and gives both the same answer. */
  read(window: Span): Promise<ReadResult>;
};

/** One provider of calendars: its kind in team.yaml, and how to read one that is declared. */
export type CalendarKind = {
  readonly kind: DeclaredCalendar["config"]["kind"];
  readonly title: string;
  /** Names of the secrets that a declared calendar uses. */
  secrets(calendar: DeclaredCalendar): readonly string[];
  connect(calendar: DeclaredCalendar, people: readonly KnownPerson[], tools: CalendarTools): CalendarConnection;
};
