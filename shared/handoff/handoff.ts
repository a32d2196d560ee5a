import * as v from "valibot";
import { roles } from "../team/team.ts";
import { instantSchema, type Output } from "../wire.ts";

const text = v.string();

export type HandoffId = string;

/** What changes hands: one role of one schedule, for the shift that is ending. Half-open. */
const dutySchema = v.object({ schedule: text, role: v.picklist(roles), from: instantSchema, to: instantSchema });
export type Duty = Output<typeof dutySchema>;

/** One person's wish that another takes the duty over. Never changed once it is made. */
export const offerSchema = v.object({
  id: text,
  duty: dutySchema,
  from: text,
  to: text,
  /** Who has the role after the shift by the schedule, and until when; absent where nobody has. */
  next: v.exactOptional(v.object({ person: text, until: instantSchema })),
  /** How long whoever accepts is responsible: to the end of this shift, or of the next one. */
  until: instantSchema,
  /** By the clock of whoever offers; others measure from when they first saw it. */
  offeredAt: instantSchema,
  /** Milliseconds. */
  acceptWithin: v.number(),
  /** Why it is handed over although something is not finished. */
  unfinishedBecause: v.exactOptional(text),
});
export type Offer = Output<typeof offerSchema>;

/** The word of whoever it was offered to. `at` is by that person's clock. */
export const answerSchema = v.object({
  kind: v.picklist(["accepted", "declined"]),
  by: text,
  at: instantSchema,
  word: v.exactOptional(text),
});
export type HandoffAnswer = Output<typeof answerSchema>;

/** Whoever offered ends the offer, before any answer has come. `at` is by that person's clock. */
export const closingSchema = v.object({ kind: v.picklist(["lapsed", "withdrawn"]), at: instantSchema });
export type Closing = Output<typeof closingSchema>;
