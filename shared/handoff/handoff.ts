import { assertNever, err, ok, type Result } from "../result.ts";
import type { PersonId, Role, ScheduleId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";

export type HandoffId = string;

/** What changes hands: one role of one schedule, for the shift that is ending. Half-open. */
export type Duty = {
  readonly schedule: ScheduleId;
  readonly role: Role;
  readonly from: Instant;
  readonly to: Instant;
};

/** One person's wish that another takes the duty over. Never changed once it is made. */
export type Offer = {
  readonly id: HandoffId;
  readonly duty: Duty;
  readonly from: PersonId;
  readonly to: PersonId;
  /** Who has the role after the shift by the schedule, and until when; absent where nobody has. */
  readonly next?: { readonly person: PersonId; readonly until: Instant };
  /** How long whoever accepts is responsible: to the end of this shift, or of the next one. */
  readonly until: Instant;
  /** By the clock of whoever offers; others measure from when they first saw it. */
  readonly offeredAt: Instant;
  /** Milliseconds. */
  readonly acceptWithin: number;
  /** Why it is handed over although something is not finished. */
  readonly unfinishedBecause?: string;
};

/** The word of whoever it was offered to. `at` is by that person's clock. */
export type Answer = {
  readonly kind: "accepted" | "declined";
  readonly by: PersonId;
  readonly at: Instant;
  readonly word?: string;
};

/** Whoever offered ends the offer, before any answer has come. `at` is by that person's clock. */
export type Closing = { readonly kind: "lapsed" | "withdrawn"; readonly at: Instant };

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
  | { readonly kind: "accepted"; readonly offer: Offer; readonly answer: Answer }
  | { readonly kind: "declined"; readonly offer: Offer; readonly answer: Answer }
  | { readonly kind: "lapsed"; readonly offer: Offer; readonly at: Instant };

export type HandoffEvent =
  | { readonly kind: "draft"; readonly by: PersonId }
  | { readonly kind: "offer"; readonly offer: Offer }
  | { readonly kind: "answer"; readonly answer: Answer }
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

function answered(handoff: Handoff, answer: Answer): Result<Handoff, HandoffRefusal> {
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
