import { expect, test } from "vitest";
import { helpLetter } from "../../../renderer/words/help.ts";
import { aDetail, night } from "../support/snapshots.ts";

test("002-6 a letter asking for help says what is known", () => {
  const { subject, body } = helpLetter(aDetail(night), "Alice");
  expect(subject).toBe("Help wanted: Aggregate Profit for Investors");
  expect(body).toContain("Critical: Aggregate profit is 6 h late");
  expect(body).toMatch(/Alice$/);
});

test("002-6 a letter about a sensitive service tells nothing of it", () => {
  const detail = aDetail(night, { sensitive: true });
  const letter = JSON.stringify(helpLetter(detail, "Alice"));
  for (const secret of [detail.title, "Aggregate", "ledger", "alerts.example.com"]) {
    expect(letter).not.toContain(secret);
  }
});
