import { describe, expect, it } from "vitest";
import { capitalised, count, series } from "../../../shared/text/sentence.ts";

describe("words of a sentence", () => {
  it("count what there is", () => {
    expect([count(0, "incident"), count(1, "incident"), count(12_000, "entry", "entries")]).toEqual([
      "0 incidents",
      "1 incident",
      "12,000 entries",
    ]);
  });

  it("list names as people do", () => {
    expect([[], ["Alice"], ["Alice", "Bob"], ["Alice", "Bob", "Charlie"]].map((names) => series(names))).toEqual([
      "",
      "Alice",
      "Alice and Bob",
      "Alice, Bob and Charlie",
    ]);
    expect(series(["ics", "holidays"], "or")).toBe("ics or holidays");
  });

  it("begin large, and are otherwise as they were", () => {
    expect([capitalised("no answer from Alice"), capitalised("")]).toEqual(["No answer from Alice", ""]);
  });
});
