import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { decodeFeed } from "../../../../electron/providers/ics/decode-feed.ts";

const text = "SUMMARY:Søren på vagt 🔔";

test.each([
  ["UTF-8", Buffer.from(text), undefined],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`), undefined],
  ["UTF-16 with a mark, whatever the server says", Buffer.from(`\uFEFF${text}`, "utf16le"), "utf-8"],
  ["UTF-8 that was folded within a character", foldEverywhere(Buffer.from(text)), undefined],
  ["a charset that does not exist", Buffer.from(text), "x-nothing"],
])("a feed in %s is read", (_, bytes, charset) => {
  expect(decodeFeed({ bytes, ...(charset !== undefined && { charset }) })).toBe(text);
});

test("a feed in an old charset is read by what its server says, or else as the oldest habit has it", () => {
  expect(decodeFeed({ bytes: Buffer.from("Søren", "latin1"), charset: "iso-8859-1" })).toBe("Søren");
  expect(decodeFeed({ bytes: Buffer.from("Søren – på", "latin1") })).toBe("Søren \u0013 på");
});

/** A fold after each byte, as by a program that counts octets and knows no characters. */
function foldEverywhere(bytes: Buffer): Buffer {
  return Buffer.concat([...bytes].map((byte) => Buffer.from([byte, 13, 10, 32]))).subarray(0, -3);
}
