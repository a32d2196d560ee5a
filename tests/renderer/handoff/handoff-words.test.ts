import { expect, test } from "vitest";
import { spanWords } from "../../../renderer/handoff/handoff-words.ts";
import { at } from "../../support/scenario.ts";

const now = at("2027-01-11T08:20:00Z");
const spanFrom = (from: string, to: string): string =>
  spanWords({ schedule: "Weekly", role: "primary", from: at(from), to: at(to) }, now);

test("a shift that ends today says so, unless it began today", () => {
  expect(spanFrom("2027-01-07T08:00:00Z", "2027-01-11T09:00:00Z")).toBe("Weekly, primary, Thu 08:00 to today 09:00");
  expect(spanFrom("2027-01-11T06:00:00Z", "2027-01-11T09:00:00Z")).toBe("Weekly, primary, 06:00 to 09:00");
  expect(spanFrom("2027-01-11T06:00:00Z", "2027-01-12T09:00:00Z")).toBe("Weekly, primary, 06:00 to Tue 09:00");
});
