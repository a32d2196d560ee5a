import { expect, it } from "vitest";
import fc from "fast-check";
import { noticeBody, noticeTitle } from "../../../../electron/node/notifiers/notice-text.ts";

it("leaves clean text of a fitting length as it is", () => {
  const text = "Major · Sales & <Growth> 💥";
  expect([noticeTitle(text), noticeBody(`${text}\n${text}`)]).toEqual([text, `${text}\n${text}`]);
});

it("cuts, without half a character, what is longer than anybody reads", () => {
  expect(noticeTitle("x".repeat(201))).toBe(`${"x".repeat(199)}…`);
  expect(noticeTitle("x".repeat(200))).toBe("x".repeat(200));
  expect(noticeBody(`x${"💥".repeat(1_000)}`)).toBe(`x${"💥".repeat(999)}…`);
});

it("shows what would end or break the call as a sign", () => {
  expect(noticeTitle("a\0b\nc\u001b[1m \ud83d")).toBe("a\ufffdb c\ufffd[1m \ufffd");
});

it("never leaves control characters but new lines, nor half characters, nor more than fits", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 3_000 }), (text) => {
      const body = noticeBody(text);
      expect(body.length).toBeLessThanOrEqual(2_000);
      expect(body).not.toMatch(/(?!\n)\p{Cc}/u);
      expect(body.isWellFormed()).toBe(true);
    }),
    { numRuns: 30 },
  );
});
