import type { Rule } from "./recurrence-rule.ts";
import type { Duration, TimeValue } from "./time-value.ts";

/**
 * How long each occurrence is (RFC 5545, 3.8.5.3). `exact` comes of DTEND: the same milliseconds each time, whatever the clocks do.
 * `nominal` comes of DURATION and of days: days by the calendar, then milliseconds.
 */
export type Length =
  { readonly kind: "exact"; readonly milliseconds: number } | ({ readonly kind: "nominal" } & Duration);

/** An occurrence besides those of the rules; with a length of its own where RDATE gives a period. */
export type ExtraTime = { readonly start: TimeValue; readonly length?: Length };

export type Attendee = {
  /** Lower case, without `mailto:`. */
  readonly address: string;
  readonly name: string;
  readonly declined: boolean;
};

/** Which occurrence of its series an event stands for, and whether for all later ones, too (3.8.4.4). */
export type Replaces = { readonly time: TimeValue; readonly andFuture: boolean };

/** A VEVENT, read. */
export type CalendarEvent = {
  readonly line: number;
  readonly uid: string | undefined;
  readonly sequence: number;
  readonly title: string;
  readonly categories: readonly string[];
  readonly attendees: readonly Attendee[];
  readonly private: boolean;
  readonly cancelled: boolean;
  /** It takes nobody's time (TRANSP). */
  readonly transparent: boolean;
  readonly outOfOffice: boolean;
  readonly start: TimeValue;
  readonly length: Length;
  readonly rules: readonly Rule[];
  readonly exceptRules: readonly Rule[];
  readonly extra: readonly ExtraTime[];
  readonly except: readonly TimeValue[];
  readonly replaces?: Replaces;
};
