import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { responsible, step, type Handoff, type HandoffEvent } from "../../../shared/handoff/handoff.ts";
import { err, ok } from "../../../shared/result.ts";
import { accepted, anOffer, anyEvent, declined, lapsed, withdrawn } from "./any-handoff.ts";

const offer = anOffer();
const idle: Handoff = { kind: "idle" };

const play = (...events: readonly HandoffEvent[]): Handoff =>
  events.reduce<Handoff>((handoff, event) => {
    const next = step(handoff, event);
    if (!next.ok) throw new Error(`${event.kind} after ${handoff.kind}: ${next.error}`);
    return next.value;
  }, idle);

const drafted: HandoffEvent = { kind: "draft", by: "alice" };
const offered: HandoffEvent = { kind: "offer", offer };

describe("a handoff", () => {
  it("goes from the draft over the offer to the acceptance", () => {
    expect(play(drafted)).toEqual({ kind: "drafted", by: "alice" });
    expect(play(drafted, offered)).toEqual({ kind: "offered", offer });
    expect(play(drafted, offered, { kind: "answer", answer: accepted })).toEqual({
      kind: "accepted",
      offer,
      answer: accepted,
    });
  });

  it("is drafted anew after it was declined, lapsed or withdrawn", () => {
    const again: Handoff = { kind: "drafted", by: "alice" };
    expect(play(drafted, offered, { kind: "answer", answer: declined }, drafted)).toEqual(again);
    expect(play(drafted, offered, { kind: "close", closing: lapsed }, drafted)).toEqual(again);
    expect(play(drafted, offered, { kind: "close", closing: withdrawn })).toEqual(again);
  });

  it("takes no answer from anybody but whom it was offered to", () => {
    const strange = step(play(drafted, offered), { kind: "answer", answer: { ...accepted, by: "charlie" } });
    expect(strange).toEqual(err("not-theirs"));
  });

  it("takes no second answer, and none after its end", () => {
    const answer: HandoffEvent = { kind: "answer", answer: accepted };
    expect(step(play(drafted, offered, answer), { kind: "answer", answer: declined })).toEqual(err("not-offered"));
    expect(step(play(drafted, offered, { kind: "close", closing: lapsed }), answer)).toEqual(err("not-offered"));
  });

  it("has lapsed where it was closed before the answer came", () => {
    const late = step(play(drafted, offered, { kind: "answer", answer: accepted }), { kind: "close", closing: lapsed });
    expect(late).toEqual(ok({ kind: "lapsed", offer, at: lapsed.at }));
  });

  it("has exactly one responsible person in every state that any events lead to, who changes by acceptance alone", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
        let handoff: Handoff = idle;
        for (const event of events) {
          const next = step(handoff, event);
          if (!next.ok) continue;
          const before = handoff.kind === "idle" ? undefined : responsible(handoff);
          handoff = next.value;
          expect(handoff.kind).not.toBe("idle");
          if (handoff.kind === "idle" || before === undefined) continue;
          const now = responsible(handoff);
          if (now !== before) {
            const taken = handoff.kind === "accepted" && now === handoff.offer.to;
            const givenBack = event.kind === "close" && now !== before;
            expect(taken || givenBack).toBe(true);
          }
        }
      }),
    );
  });
});
