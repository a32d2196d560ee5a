import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatherPapers, handoffOf, type Paper } from "../../../shared/handoff/papers.ts";
import { accepted, anOffer, anyAnswer, anyClosing, declined, lapsed, withdrawn } from "./any-handoff.ts";

const offer = anOffer();
const { id } = offer;
const offerPaper: Paper = { kind: "offer", id, offer, report: "# Handoff\n" };
const answerPaper = (answer = accepted): Paper => ({ kind: "answer", id, answer });
const closingPaper = (closing = lapsed): Paper => ({ kind: "closing", id, closing });

const told = (...papers: readonly Paper[]) => {
  const found = gatherPapers(papers).get(id);
  return found && handoffOf(found);
};

describe("the papers of a handoff", () => {
  it("tell of an offer, its answer and its end", () => {
    expect(told(offerPaper)).toEqual({ kind: "offered", offer });
    expect(told(offerPaper, answerPaper())).toEqual({ kind: "accepted", offer, answer: accepted });
    expect(told(offerPaper, answerPaper(declined))).toEqual({ kind: "declined", offer, answer: declined });
    expect(told(offerPaper, closingPaper())).toEqual({ kind: "lapsed", offer, at: lapsed.at });
    expect(told(offerPaper, closingPaper(withdrawn))).toEqual({ kind: "drafted", by: "alice" });
  });

  it("tell of nothing while the offer has not come", () => {
    expect(told(answerPaper())).toBeUndefined();
  });

  it("give the offer's end the last word over an answer that crossed it", () => {
    expect(told(offerPaper, answerPaper(), closingPaper())).toEqual({ kind: "lapsed", offer, at: lapsed.at });
  });

  it("heed no answer but the one of whom it was offered to", () => {
    expect(told(offerPaper, answerPaper({ ...accepted, by: "charlie" }))).toEqual({ kind: "offered", offer });
  });

  it("tell the same in whatever order and however often they are seen", () => {
    const any = fc.oneof(anyAnswer.map(answerPaper), anyClosing.map(closingPaper));
    const papers = fc
      .array(any, { maxLength: 6 })
      .chain((some) =>
        fc.tuple(
          fc.constant([offerPaper, ...some]),
          fc.shuffledSubarray([offerPaper, ...some, ...some], { minLength: 1 + 2 * some.length }),
        ),
      );
    fc.assert(
      fc.property(papers, ([once, shuffled]) => {
        expect(told(...shuffled)).toEqual(told(...once));
      }),
    );
  });
});
