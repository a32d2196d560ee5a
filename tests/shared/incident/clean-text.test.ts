import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLine, cut } from "../../../shared/incident/clean-text.ts";

describe("text from outside", () => {
  it.each([
    ["control characters", "a\u0000b\u001b[31mc\u007f", "ab[31mc"],
    ["bidi overrides and marks", "safe\u202etxt.exe\u2066\u200f", "safetxt.exe"],
    ["zero-width characters", "pay\u200bment\ufeff", "payment"],
    ["line breaks and runs of space", " first\r\n\tsecond  third ", "first second third"],
  ])("loses %s", (_, text, clean) => {
    expect(cleanLine(text, 200)).toBe(clean);
  });

  it("is cut with a mark, and never inside of a character", () => {
    expect(cut("a".repeat(300), 200)).toBe(`${"a".repeat(199)}…`);
    expect(cut(`${"a".repeat(198)}😀😀`, 200)).toBe(`${"a".repeat(198)}…`);
  });

  it("is one short line whatever it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.integer({ min: 1, max: 100 }), (text, limit) => {
        const clean = cleanLine(text, limit);
        expect(clean.length).toBeLessThanOrEqual(limit);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\n]/u);
      }),
    );
  });
});
