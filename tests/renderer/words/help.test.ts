import { expect, test } from "vitest";
import { helpLetter } from "../../../renderer/words/help.ts";
import { aDetail } from "../../page/seen.ts";

test("002-6 a letter asking for help says what is known", () => {
  const { subject, body } = helpLetter(aDetail(), "Alice");
  expect(subject).toBe("Help wanted: Aggregate Profit for Investors");
  expect(body).toContain("Critical: Aggregate profit is 6 h late");
  expect(body).toMatch(/Alice$/);
});

test("002-6 a letter about a sensitive service tells nothing of it", () => {
  const detail = aDetail({ sensitive: true });
  const letter = JSON.stringify(helpLetter(detail, "Alice"));
  for (const secret of [detail.title, "Aggregate", "ledger", "alerts.example.com"]) {
    expect(letter).not.toContain(secret);
  }
});
