import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLine, cut, visible } from "../../../shared/text/clean.ts";

describe("text from outside", () => {
  it.each([
    ["control characters", "a\u0000b\u001b[31mc\u007f", "a\ufffdb\ufffd[31mc\ufffd"],
    ["bidi overrides and marks", "safe\u202etxt.exe\u2066\u200f", "safe\ufffdtxt.exe\ufffd\ufffd"],
    ["zero-width characters", "pay\u200bment\u2060", "pay\ufffdment\ufffd"],
    ["soft hyphens and fillers", "pay\u00adment\u3164", "pay\ufffdment\ufffd"],
    ["hidden tags", "ok\u{e0041}\u{e007f}", "ok\ufffd\ufffd"],
    ["halves of characters", "a\ud83d b", "a\ufffd b"],
    ["joiners that join nothing", "pay\u200dment \u200c", "pay\ufffdment \ufffd"],
  ])("hides nothing: %s", (_, text, clean) => {
    expect(cleanLine(text, 200)).toBe(clean);
  });

  it.each(["👩\u200d💻 ❤\ufe0f", "می\u200cخواهم", "क्\u200dष", "Ünïcödé “quotes” — 12 €"])(
    "stays as it is: %s",
    (text) => {
      expect(cleanLine(text, 200)).toBe(text);
    },
  );

  it("is one line, with single spaces", () => {
    expect(cleanLine(" first\r\n\tsecond \u2028 third\ufeff", 200)).toBe("first second third");
    expect(visible("first\n\tsecond\u2028\r")).toBe("first\n\tsecond\ufffd\ufffd");
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
        expect(clean.replace(/[\u200c\u200d]/g, "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\n]/u);
        expect(cleanLine(clean, limit)).toBe(clean);
      }),
    );
  });
});
