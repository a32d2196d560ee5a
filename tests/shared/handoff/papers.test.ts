import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  gatherPapers,
  handoffOf,
  withAnswer,
  withClosing,
  type Handoff,
  type Paper,
  type Papers,
} from "../../../shared/handoff/papers.ts";
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
    expect(told(offerPaper)).toEqual({ kind: "offered" });
    expect(told(offerPaper, answerPaper())).toEqual({ kind: "accepted", answer: accepted });
    expect(told(offerPaper, answerPaper(declined))).toEqual({ kind: "declined", answer: declined });
    expect(told(offerPaper, closingPaper())).toEqual({ kind: "lapsed", at: lapsed.at });
    expect(told(offerPaper, closingPaper(withdrawn))).toEqual({ kind: "withdrawn" });
  });

  it("tell of nothing while the offer has not come", () => {
    expect(told(answerPaper())).toBeUndefined();
  });

  it("give the offer's end the last word over an answer that crossed it", () => {
    expect(told(offerPaper, answerPaper(), closingPaper())).toEqual({ kind: "lapsed", at: lapsed.at });
  });

  it("heed no answer but the one of whom it was offered to", () => {
    expect(told(offerPaper, answerPaper({ ...accepted, by: "charlie" }))).toEqual({ kind: "offered" });
  });

  it("lead from one state to another as they are drawn, whatever comes and in whatever order", () => {
    const drawn: Readonly<Record<Handoff["kind"], readonly Handoff["kind"][]>> = {
      offered: ["offered", "accepted", "declined", "lapsed", "withdrawn"],
      accepted: ["accepted", "declined", "lapsed", "withdrawn"],
      declined: ["accepted", "declined", "lapsed", "withdrawn"],
      lapsed: ["lapsed", "withdrawn"],
      withdrawn: ["withdrawn"],
    };
    const steps = fc.oneof(
      anyAnswer.map((answer) => (papers: Papers) => withAnswer(papers, answer)),
      anyClosing.map((closing) => (papers: Papers) => withClosing(papers, closing)),
    );
    const led = new Set<string>();
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 8 }), (all) => {
        let papers: Papers = { offer, report: "" };
        for (const step of all) {
          const before = handoffOf(papers).kind;
          papers = step(papers);
          expect(drawn[before]).toContain(handoffOf(papers).kind);
          led.add(`${before} ${handoffOf(papers).kind}`);
        }
      }),
      { numRuns: 500 },
    );
    expect(led.size).toBe(Object.values(drawn).flat().length);
  });

  it("make another person responsible by acceptance alone", () => {
    fc.assert(
      fc.property(fc.option(anyAnswer), fc.option(anyClosing), (answer, closing) => {
        const papers = { offer, report: "", ...(answer && { answer }), ...(closing && { closing }) };
        const isTaken = answer?.kind === "accepted" && answer.by === offer.to && !closing;
        expect(handoffOf(papers).kind === "accepted").toBe(isTaken);
      }),
    );
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
