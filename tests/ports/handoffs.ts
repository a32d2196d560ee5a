import { describe, expect, it } from "vitest";
import type { Paper } from "../../shared/handoff/papers.ts";
import { ok } from "../../shared/result.ts";
import type { HandoffPlace, HandoffReading, Handoffs } from "../../electron/core/ports.ts";
import { accepted, anOffer, declined, lapsed } from "../shared/handoff/any-handoff.ts";
import { eventually } from "../support/eventually.ts";

const offer = anOffer();
const { id } = offer;
const offered: Paper = { kind: "offer", id, offer, report: "# Handoff\n" };
const answered: Paper = { kind: "answer", id, answer: accepted };

/** What every place of handoffs must do. `open` gives an empty one. */
export function handoffsContract(
  name: string,
  open: () => { readonly handoffs: Handoffs; readonly place: HandoffPlace },
): void {
  describe(`${name} as handoffs`, () => {
    const papersIn = (handoffs: Handoffs, place: HandoffPlace): readonly Paper[] => {
      let found: HandoffReading | undefined;
      handoffs.watch(place, (reading) => (found = reading))();
      if (found?.kind !== "read") throw new Error("not read");
      return found.papers;
    };

    it("tells of an empty place before it returns", () => {
      const { handoffs, place } = open();
      expect(papersIn(handoffs, place)).toEqual([]);
    });

    it("gives back what was written, and tells who watches", async () => {
      const { handoffs, place } = open();
      const seen: HandoffReading[] = [];
      const cancel = handoffs.watch(place, (reading) => seen.push(reading));
      expect(await handoffs.write(place, offered)).toEqual(ok("written"));
      expect(await handoffs.write(place, answered)).toEqual(ok("written"));
      const last = await eventually("both papers", () => {
        const reading = seen.at(-1);
        return reading?.kind === "read" && reading.papers.length === 2 ? reading : undefined;
      });
      cancel();
      expect(last.papers).toEqual(expect.arrayContaining([offered, answered]));
      expect(last.problems).toEqual([]);
    });

    it("keeps the paper that is there, whoever comes second", async () => {
      const { handoffs, place } = open();
      await handoffs.write(place, offered);
      const both = await Promise.all([
        handoffs.write(place, answered),
        handoffs.write(place, { kind: "answer", id, answer: declined }),
      ]);
      expect(both.map((one) => one.ok && one.value).toSorted()).toEqual(["was-there", "written"]);
      expect(papersIn(handoffs, place).filter(({ kind }) => kind === "answer")).toHaveLength(1);
    });

    it("takes the papers of two authors side by side", async () => {
      const { handoffs, place } = open();
      await handoffs.write(place, offered);
      await Promise.all([
        handoffs.write(place, answered),
        handoffs.write(place, { kind: "closing", id, closing: lapsed }),
      ]);
      expect(papersIn(handoffs, place)).toHaveLength(3);
    });
  });
}
