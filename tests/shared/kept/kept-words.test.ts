import { expect, it } from "vitest";
import { totalOf, unreadWords } from "../../../shared/kept/kept-words.ts";

it("records that could not be read are named by what they are of", () => {
  const counts = { incident: 2, "handoff-draft": 1, other: 3 };
  expect(totalOf(counts)).toBe(6);
  expect(unreadWords(counts)).toBe("incident ×2, draft of a handoff, record of an unknown kind ×3");
  expect(unreadWords({})).toBe("");
});
