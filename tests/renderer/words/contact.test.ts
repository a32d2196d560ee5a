import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openable } from "../../../electron/node/openable.ts";
import { mailTo, waysTo } from "../../../renderer/words/contact.ts";

describe("ways to reach somebody", () => {
  test("002-6 chat, a call and a letter with its facts, quickest first", () => {
    const letter = { subject: "Help: ledger late", body: "Since 02:12\nLine two & more" };
    expect(waysTo({ email: "bob@example.com", phone: "+45 20 00 00-01", slack: "U02" }, letter)).toEqual([
      { kind: "chat", url: "https://slack.com/app_redirect?channel=U02" },
      { kind: "phone", url: "tel:+4520000001" },
      {
        kind: "mail",
        url: "mailto:bob@example.com?subject=Help%3A%20ledger%20late&body=Since%2002%3A12%0D%0ALine%20two%20%26%20more",
      },
    ]);
  });

  test("what is no plain address is not offered", () => {
    expect(waysTo({ email: "Bob <bob@example.com>", phone: "call reception", slack: "@bob?x" })).toEqual([]);
    expect(mailTo(["a@example.com?cc=x", "b@example.com"])).toBe("mailto:b@example.com");
  });

  test("whatever the words, Baton's own opener takes the address as it is", () => {
    const text = fc.string({ unit: "binary", maxLength: 400 });
    const contact = fc.record({ email: fc.emailAddress(), phone: fc.string(), slack: fc.string() });
    fc.assert(
      fc.property(contact, fc.record({ subject: text, body: text }), (to, letter) => {
        const ways = waysTo(to, letter);
        for (const { url } of ways) {
          expect(openable(url)).toBe(url);
          expect(url.length).toBeLessThan(2_000);
        }
      }),
      { numRuns: 100 },
    );
  });
});
