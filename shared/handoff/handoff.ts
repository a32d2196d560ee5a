import * as v from "valibot";
import { assertNever, err, ok, type Result } from "../result.ts";
import { roles, type PersonId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
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

/*
 *            draft             offer               accept
 *   idle ──────────▶ drafted ────────▶ offered ───────────────▶ accepted ─┐
 *                     ▲ ▲ ▲             │ │ │  decline                    │ the offer had been closed
 *                     │ │ │  withdraw   │ │ └───────────────▶ declined ─┐ │ before the answer came
 *                     │ │ └─────────────┘ │                      │      │ │
 *                     │ │                 │ nobody in time       │      ▼ ▼
 *                     │ │   draft         └───────────────▶ lapsed ◀──────┘
 *                     │ └───────────────────────────────────────┘│
 *                     └──────────────────────────────────────────┘ draft
 *
 * Two people write at once over a folder that is slow to agree. The one who offers is the arbiter: what is closed is closed,
 * and whoever offers never closes what has been answered to them.
 */
export type Handoff =
  | { readonly kind: "idle" }
  | { readonly kind: "drafted"; readonly by: PersonId }
  | { readonly kind: "offered"; readonly offer: Offer }
  | { readonly kind: "accepted"; readonly offer: Offer; readonly answer: HandoffAnswer }
  | { readonly kind: "declined"; readonly offer: Offer; readonly answer: HandoffAnswer }
  | { readonly kind: "lapsed"; readonly offer: Offer; readonly at: Instant };

export type HandoffEvent =
  | { readonly kind: "draft"; readonly by: PersonId }
  | { readonly kind: "offer"; readonly offer: Offer }
  | { readonly kind: "answer"; readonly answer: HandoffAnswer }
  | { readonly kind: "close"; readonly closing: Closing };

/** Why an event does not fit: nothing is drafted, nothing is offered, or it is another's to do. */
export type HandoffRefusal = "not-drafted" | "not-offered" | "not-theirs";

/** What an event makes of a handoff; refused events change nothing. */
export function step(handoff: Handoff, event: HandoffEvent): Result<Handoff, HandoffRefusal> {
  switch (event.kind) {
    case "draft":
      return draft(handoff, event.by);
    case "offer":
      if (handoff.kind !== "drafted") return err("not-drafted");
      if (event.offer.from !== handoff.by || event.offer.to === handoff.by) return err("not-theirs");
      return ok({ kind: "offered", offer: event.offer });
    case "answer":
      return answered(handoff, event.answer);
    case "close":
      return closed(handoff, event.closing);
    default:
      return assertNever(event);
  }
}

/** Whoever is responsible drafts; an offer that is open is not drafted over. */
function draft(handoff: Handoff, by: PersonId): Result<Handoff, HandoffRefusal> {
  if (handoff.kind === "idle") return ok({ kind: "drafted", by });
  if (handoff.kind === "offered") return err("not-drafted");
  return responsible(handoff) === by ? ok({ kind: "drafted", by }) : err("not-theirs");
}

function answered(handoff: Handoff, answer: HandoffAnswer): Result<Handoff, HandoffRefusal> {
  if (handoff.kind !== "offered") return err("not-offered");
  const { offer } = handoff;
  if (answer.by !== offer.to) return err("not-theirs");
  return ok({ kind: answer.kind, offer, answer });
}

function closed(handoff: Handoff, closing: Closing): Result<Handoff, HandoffRefusal> {
  if (handoff.kind !== "offered" && handoff.kind !== "accepted" && handoff.kind !== "declined") {
    return err("not-offered");
  }
  const { offer } = handoff;
  return ok(
    closing.kind === "withdrawn" ? { kind: "drafted", by: offer.from } : { kind: "lapsed", offer, at: closing.at },
  );
}

/** Exactly one person, from the draft on: the one who hands over, until another has accepted. */
export function responsible(handoff: Exclude<Handoff, { kind: "idle" }>): PersonId {
  switch (handoff.kind) {
    case "drafted":
      return handoff.by;
    case "accepted":
      return handoff.offer.to;
    case "offered":
    case "declined":
    case "lapsed":
      return handoff.offer.from;
  }
}
