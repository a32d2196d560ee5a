import * as v from "valibot";
import type { Instant } from "../time/instant.ts";
import type { Output } from "../wire.ts";
import {
  answerSchema,
  closingSchema,
  offerSchema,
  type HandoffAnswer,
  type Closing,
  type HandoffId,
  type Offer,
} from "./handoff.ts";

/** What was written of one handoff. Each paper has one author and is never changed, so two who write at once lose nothing. */
export type Paper =
  | { readonly kind: "offer"; readonly id: HandoffId; readonly offer: Offer; readonly report: string }
  | { readonly kind: "answer"; readonly id: HandoffId; readonly answer: HandoffAnswer }
  | { readonly kind: "closing"; readonly id: HandoffId; readonly closing: Closing };

export const paperKinds = ["offer", "answer", "closing"] as const satisfies readonly Paper["kind"][];

/** The papers of one handoff that have been seen. */
export const papersSchema = v.object({
  offer: offerSchema,
  /** The report, as Markdown. */
  report: v.string(),
  answer: v.exactOptional(answerSchema),
  closing: v.exactOptional(closingSchema),
});
export type Papers = Output<typeof papersSchema>;

/*
 *              accept
 *   offered ───────────▶ accepted ─┐
 *      │ │ │   decline      ▲      │   of two answers the one that was given first counts,
 *      │ │ └───────────▶ declined ─┤   and may be seen last
 *      │ │                         │
 *      │ │ nobody in time          │ the offer had been closed before the answer came
 *      │ └─────────────▶ lapsed ◀──┤
 *      │ withdraw          │       │
 *      └───────────────▶ withdrawn ◀
 *
 * Two people write at once over a folder that is slow to agree. The one who offers is the arbiter: what is closed is closed,
 * and whoever offers never closes what has been answered to them. Who hands over is responsible until another has accepted.
 */
export type Handoff =
  | { readonly kind: "offered" }
  | { readonly kind: "accepted" | "declined"; readonly answer: HandoffAnswer }
  | { readonly kind: "lapsed"; readonly at: Instant }
  /** It is a draft again. */
  | { readonly kind: "withdrawn" };

export const handoffKinds = [
  "offered",
  "accepted",
  "declined",
  "lapsed",
  "withdrawn",
] as const satisfies readonly Handoff["kind"][];

/** Where a handoff stands by its papers, in whatever order they came. */
export function handoffOf({ offer, answer, closing }: Papers): Handoff {
  if (closing?.kind === "withdrawn") return { kind: "withdrawn" };
  if (closing) return { kind: "lapsed", at: closing.at };
  return answer?.by === offer.to ? { kind: answer.kind, answer } : { kind: "offered" };
}

/** Puts papers together by handoff. Answers and closings whose offer has not come yet are left out; it will come. */
export function gatherPapers(found: readonly Paper[]): ReadonlyMap<HandoffId, Papers> {
  const gathered = new Map<HandoffId, Papers>();
  for (const paper of found) {
    if (paper.kind === "offer" && !gathered.has(paper.id)) {
      gathered.set(paper.id, { offer: paper.offer, report: paper.report });
    }
  }
  for (const paper of found) {
    const papers = gathered.get(paper.id);
    if (!papers || paper.kind === "offer") continue;
    gathered.set(
      paper.id,
      paper.kind === "answer" ? withAnswer(papers, paper.answer) : withClosing(papers, paper.closing),
    );
  }
  return gathered;
}

/** Of two answers the same one counts everywhere, whichever was seen first: a copy that a folder made is no second word. */
export function withAnswer(papers: Papers, answer: HandoffAnswer): Papers {
  if (answer.by !== papers.offer.to) return papers;
  const { answer: known } = papers;
  return !known || comesFirst(answer, known) ? { ...papers, answer } : papers;
}

const comesFirst = (a: HandoffAnswer, b: HandoffAnswer): boolean => a.at < b.at || (a.at === b.at && a.kind < b.kind);

/** A withdrawal says more than that time ran out. */
export function withClosing(papers: Papers, closing: Closing): Papers {
  const { closing: known } = papers;
  if (!known) return { ...papers, closing };
  const earlier = closing.kind === known.kind && closing.at < known.at;
  return earlier || (closing.kind === "withdrawn" && known.kind === "lapsed") ? { ...papers, closing } : papers;
}
