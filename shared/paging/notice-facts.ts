import type { Instant } from "../time/instant.ts";
import type { IncidentId } from "../incident/incident.ts";
import type { SourceFailure } from "../incident/answer.ts";
import type { CalendarUse } from "../team/calendar.ts";
import type { CalendarId, Role, ScheduleId, Severity, SourceId } from "../team/team.ts";
import type { NoticeKey } from "./notice.ts";

/*
 * What is to be told, as facts; hosts word it. Titles are the source's own, uncleaned; a sensitive service's are left out.
 */
export type NoticeFacts =
  | {
      readonly kind: "incident";
      readonly key: NoticeKey;
      readonly incident: IncidentId;
      readonly severity: Severity;
      /** Absent for a sensitive service. */
      readonly title?: string;
      readonly serviceName?: string;
      readonly sourceName: string;
      readonly respondBy?: Instant;
      readonly escalates?: { readonly at: Instant; readonly people: readonly string[] };
      /** How often it was told before. */
      readonly times: number;
      readonly flaps: number;
    }
  | {
      readonly kind: "summary";
      readonly key: NoticeKey;
      readonly why: "storm" | "missed" | "digest";
      readonly severity: Severity;
      readonly incidents: readonly IncidentId[];
      readonly bySeverity: Readonly<Record<Severity, number>>;
      /** Most affected first; at most five, `others` counts the rest. */
      readonly services: readonly { readonly name: string; readonly count: number }[];
      readonly otherServices: number;
      /** Titles of at most five criticals; "Sensitive incident" stands for a sensitive one. */
      readonly criticals: readonly { readonly title?: string; readonly serviceName?: string }[];
    }
  | {
      readonly kind: "source-stale";
      readonly key: NoticeKey;
      readonly sourceName: string;
      readonly lastGoodAt?: Instant;
      readonly failure?: SourceFailure;
    }
  | {
      readonly kind: "source-blind";
      readonly key: NoticeKey;
      readonly sourceName: string;
      readonly lastGoodAt?: Instant;
      readonly failure?: SourceFailure;
      readonly heartbeatMissing: boolean;
    }
  | { readonly kind: "source-back"; readonly key: NoticeKey; readonly sourceName: string }
  /** The health of several sources at once, in place of a notice for each. */
  | {
      readonly kind: "sources";
      readonly key: NoticeKey;
      /** Empty once all are fresh again. */
      readonly silent: readonly SilentSource[];
      /** The names of those that came back with this change. */
      readonly returned: readonly string[];
    }
  /** A calendar cannot be read, and what it said is old; without `lastGoodAt` it never said anything. */
  | {
      readonly kind: "calendar-old";
      readonly key: NoticeKey;
      readonly calendarName: string;
      readonly use: CalendarUse["kind"];
      readonly lastGoodAt?: Instant;
    }
  | {
      readonly kind: "deadlines";
      readonly key: NoticeKey;
      readonly count: number;
      readonly first: { readonly title?: string; readonly clock: "respond" | "resolve"; readonly by: Instant };
      readonly incident: IncidentId;
    }
  | {
      readonly kind: "refused";
      readonly key: NoticeKey;
      readonly incident: IncidentId;
      readonly title?: string;
      readonly sourceName: string;
      readonly reason: string;
    }
  /** All that holds of my shifts now. */
  | {
      readonly kind: "shifts";
      readonly key: NoticeKey;
      readonly news: readonly ShiftNews[];
      /** Whether the pager check runs by itself as a shift begins, or I am asked to run it. */
      readonly check: "runs" | "asked";
    }
  /** Holidays on which somebody else is primary, of those that I am one of the two people of. */
  | { readonly kind: "holiday-swaps"; readonly key: NoticeKey; readonly swaps: readonly HolidaySwapNews[] }
  /** News of a handoff, for one of the two whom it concerns. */
  | {
      readonly kind: "handoff";
      readonly key: NoticeKey;
      /** `lapsed` is for who offered, `missed` for who did not answer. */
      readonly what: "offered" | "accepted" | "declined" | "lapsed" | "missed";
      /** The other one's name. */
      readonly person: string;
      readonly schedule?: string;
      /** How long whoever accepts is responsible. */
      readonly until: Instant;
      readonly answerBy?: Instant;
      readonly word?: string;
    }
  | { readonly kind: "drill"; readonly key: NoticeKey }
  | { readonly kind: "test"; readonly key: NoticeKey };

/** A boundary of my shifts. `scheduleName` stands only where there are several. */
export type ShiftNews = {
  readonly schedule: ScheduleId;
  readonly scheduleName?: string;
  readonly role: Role;
  readonly at: Instant;
} & (
  | {
      readonly what: "soon" | "began";
      readonly until: Instant;
      /** Who has, or had, the role before me. */
      readonly before?: string;
    }
  | {
      readonly what: "ends";
      /** Who has the role after me. */
      readonly next?: string;
      /** What I carry next; it may begin at the same instant. */
      readonly mine?: { readonly role: Role; readonly at: Instant };
    }
);

/** Somebody else is primary on a holiday: I cover it, or am covered for. */
export type HolidaySwapNews = {
  readonly holiday: string;
  readonly scheduleName?: string;
  readonly mine: "covers" | "covered";
  readonly other: string;
  readonly from: Instant;
  readonly to: Instant;
};

/** A source whose answers are old, or cannot be trusted. */
export type SilentSource = {
  readonly sourceName: string;
  readonly freshness: "stale" | "blind";
  readonly lastGoodAt?: Instant;
  readonly failure?: SourceFailure;
  readonly heartbeatMissing: boolean;
};

/** Facts with the moment and zone that they are worded for, and whether they may sound. */
export type NoticeOrder = {
  readonly facts: NoticeFacts;
  readonly now: Instant;
  readonly sound: "none" | "notice" | "alarm";
  readonly sticky: boolean;
};

export const incidentNotice = (id: IncidentId): NoticeKey => `incident:${id}`;
export const summaryNotice: NoticeKey = "summary";
export const sourceNotice = (id: SourceId): NoticeKey => `source:${id}`;
export const calendarNotice = (id: CalendarId): NoticeKey => `calendar:${id}`;
export const sourcesNotice: NoticeKey = "sources";
export const shiftsNotice: NoticeKey = "shifts";
export const holidaySwapsNotice: NoticeKey = "holiday-swaps";
export const handoffNotice = (id: string): NoticeKey => `handoff:${id}`;
/** The handoff that a notice is about; undefined for a notice of something else. */
export const handoffOfNotice = (key: NoticeKey): string | undefined =>
  key.startsWith("handoff:") ? key.slice("handoff:".length) : undefined;
export const drillNotice: NoticeKey = "drill";
export const testNotice: NoticeKey = "test";
