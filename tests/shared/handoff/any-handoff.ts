import fc from "fast-check";
import type { HandoffAnswer, Closing, Offer } from "../../../shared/handoff/handoff.ts";
import { noWords, type DraftFacts, type OwnWords } from "../../../shared/handoff/draft.ts";
import { hour, minute } from "../../../shared/time/duration.ts";
import { after, instant } from "../../../shared/time/instant.ts";
import { at } from "../../support/scenario.ts";

export const monday = at("2027-01-04T00:00:00Z");
export const nextMonday = at("2027-01-11T00:00:00Z");

/** Alice hands her week over to Bob, who is next. */
export const anOffer = (over: Partial<Offer> = {}): Offer => ({
  id: "2027-01-10-alice-bob-000001",
  duty: { schedule: "weekly", role: "primary", from: monday, to: nextMonday },
  from: "alice",
  to: "bob",
  next: { person: "bob", until: after(nextMonday, 7 * 24 * hour) },
  until: after(nextMonday, 7 * 24 * hour),
  offeredAt: after(nextMonday, -hour),
  acceptWithin: 30 * minute,
  ...over,
});

export const accepted: HandoffAnswer = { kind: "accepted", by: "bob", at: after(nextMonday, -50 * minute) };
export const declined: HandoffAnswer = {
  kind: "declined",
  by: "bob",
  at: after(nextMonday, -50 * minute),
  word: "I am ill",
};
export const lapsed: Closing = { kind: "lapsed", at: after(nextMonday, -30 * minute) };
export const withdrawn: Closing = { kind: "withdrawn", at: after(nextMonday, -40 * minute) };

const person = fc.constantFrom("alice", "bob", "charlie");
const moment = fc.integer({ min: monday, max: nextMonday }).map(instant);

export const anyAnswer: fc.Arbitrary<HandoffAnswer> = fc.record({
  kind: fc.constantFrom("accepted" as const, "declined" as const),
  by: person,
  at: moment,
});
export const anyClosing: fc.Arbitrary<Closing> = fc.record({
  kind: fc.constantFrom("lapsed" as const, "withdrawn" as const),
  at: moment,
});
export const facts = (over: Partial<DraftFacts> = {}): DraftFacts => ({
  schedule: "Weekly",
  role: "primary",
  from: monday,
  to: nextMonday,
  zone: "Europe/Copenhagen",
  by: "Alice",
  open: [],
  others: 0,
  missing: [],
  atRisk: [],
  ahead: [],
  log: [],
  ...over,
});

export const words = (over: Partial<OwnWords> = {}): OwnWords => ({ ...noWords, ...over });
