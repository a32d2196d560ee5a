import type { DayNumber } from "../../shared/time/civil.ts";
import type { SpanKind } from "./shown-days.ts";

/** What the Schedule view shows, kept while other views are looked at. */
export type ScheduleChoice = {
  /** The id of one that is there, else mine or the first. */
  readonly schedule?: string;
  /** What suits the window's width, until somebody chooses. */
  readonly span?: SpanKind;
  /** A day in the span shown; absent where that is today. */
  readonly day?: DayNumber | undefined;
  readonly by: "roles" | "people";
  readonly zone: "mine" | "team";
  /** Those who stand by, on the lanes of people. */
  readonly standby: boolean;
};

export const firstChoice: ScheduleChoice = { by: "roles", zone: "mine", standby: false };
