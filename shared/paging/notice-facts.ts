import type { Instant } from "../time/instant.ts";
import type { IncidentId } from "../incident/incident.ts";
import type { SourceFailure } from "../incident/answer.ts";
import type { Severity, SourceId } from "../team/team.ts";
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
  | { readonly kind: "drill"; readonly key: NoticeKey }
  | { readonly kind: "test"; readonly key: NoticeKey };

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
export const sourcesNotice: NoticeKey = "sources";
export const drillNotice: NoticeKey = "drill";
export const testNotice: NoticeKey = "test";
