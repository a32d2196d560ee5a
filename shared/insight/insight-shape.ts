import * as v from "valibot";
import type { severities } from "../team/team.ts";
import { instantSchema, listOf } from "../wire.ts";

/* The figures as a screen and the command line get them: names beside ids, times in milliseconds, shares from 0 to 1. */

const optional = v.exactOptional;
const text = v.string();
const count = v.number();

export const spreadSchema = v.object({ count, mean: count, median: count, p90: count, longest: count });
const responseEntries = { acknowledge: optional(spreadSchema), resolve: optional(spreadSchema) };
export const attainmentSchema = v.object({ met: count, missed: count });
const slaSchema = v.object({ respond: attainmentSchema, resolve: attainmentSchema });
const noiseSchema = v.object({ unseen: count, waved: count });

export const serviceFiguresSchema = v.object({
  ...responseEntries,
  /** Both absent for incidents that belong to no service. */
  service: optional(text),
  name: optional(text),
  opened: count,
  noise: noiseSchema,
  recurred: count,
  availability: count,
  sla: slaSchema,
});

export const personFiguresSchema = v.object({
  person: text,
  name: text,
  pages: count,
  nightPages: count,
  disturbedNights: count,
  acknowledged: count,
  /** Hours on call as primary or secondary, over all schedules. */
  hours: count,
  nightHours: count,
  weekendHours: count,
  holidayHours: count,
});

export const insightSchema = v.object({
  ...responseEntries,
  from: instantSchema,
  to: instantSchema,
  /** Until when the figures know: the end of the span, or the moment of asking. */
  until: instantSchema,
  zone: text,
  opened: count,
  bySeverity: v.object({ critical: count, major: count, minor: count, info: count } satisfies Record<
    (typeof severities)[number],
    typeof count
  >),
  sla: slaSchema,
  noise: noiseSchema,
  recurred: count,
  weeks: listOf(v.object({ ...responseEntries, from: instantSchema, to: instantSchema, opened: count })),
  /** Seven days from Monday, of 24 hours. */
  hours: listOf(listOf(count)),
  services: listOf(serviceFiguresSchema),
  people: listOf(personFiguresSchema),
});

export type InsightView = v.InferOutput<typeof insightSchema>;
export type SpreadView = v.InferOutput<typeof spreadSchema>;
export type ServiceFiguresView = v.InferOutput<typeof serviceFiguresSchema>;
export type PersonFiguresView = v.InferOutput<typeof personFiguresSchema>;
export type AttainmentView = v.InferOutput<typeof attainmentSchema>;
