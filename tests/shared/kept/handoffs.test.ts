import { expect, it } from "vitest";
import { handoffs } from "../../../shared/kept/handoffs.ts";
import { ok } from "../../../shared/result.ts";
import { anOffer, monday } from "../handoff/any-handoff.ts";

const offer = anOffer();
const known = { id: offer.id, offer, report: "", seenAt: monday, unsent: [], byHand: false, overrides: [] };

it("a handoff of the first version is called withdrawn where it was called a draft again", () => {
  const { record } = handoffs;
  expect(record.read(1, { ...known, told: "drafted" })).toEqual(ok({ ...known, told: "withdrawn" }));
  expect(record.read(1, { ...known, told: "lapsed" })).toEqual(ok({ ...known, told: "lapsed" }));
  expect(record.read(1, known)).toEqual(ok(known));
});
