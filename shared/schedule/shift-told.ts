import type { CarriedRole } from "./stint.ts";
import type { ScheduleId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";

type Boundary = { readonly role: CarriedRole; readonly at: Instant };

/** What I was told of one schedule. The stint that I know of, and the boundaries ahead that I know to be near. */
export type ShiftTold = {
  readonly begun?: { readonly role: CarriedRole; readonly from: Instant; readonly to: Instant };
  readonly soon?: Boundary;
  readonly ends?: Boundary;
};

/** What was told of shifts, and to whom: another person or another team begins anew. Plain JSON, kept over restarts. */
export type ShiftsTold = { readonly of: string; readonly schedules: Readonly<Record<ScheduleId, ShiftTold>> };
