import { expect, lastAsked, test } from "./support/screen.ts";

test.describe("handing over, by keyboard alone", () => {
  test("h leads to the button, and what is not finished asks for a reason first", async ({ show }) => {
    const page = await show("handoff-drafted");
    await page.getByRole("status", { name: "Shift" }).waitFor();
    await page.keyboard.press("h");
    const handOver = page.getByRole("button", { name: "Hand over" });
    await expect(handOver).toBeFocused();
    await expect(handOver).toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("My train leaves");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => lastAsked(page, "offer-handoff"))
      .toEqual({ to: "bob", takes: "next", because: "My train leaves" });
  });

  test("an item is ticked, another left out with a sentence, and a line kept when it is left", async ({ show }) => {
    const page = await show("handoff-drafted");
    await page.keyboard.press("5");
    const list = page.getByRole("list", { name: "Handoff checklist" });
    await list.getByRole("checkbox", { name: "Console checked" }).focus();
    await page.keyboard.press("Space");
    await expect.poll(() => lastAsked(page, "tick-handoff")).toEqual({ item: "console", done: true });
    await list.getByRole("button", { name: "Leave out… Next engineer informed, by call or chat" }).press("Enter");
    await page.keyboard.type("Bob sits beside me");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => lastAsked(page, "waive-handoff"))
      .toEqual({ item: "next-informed", sentence: "Bob sits beside me" });
    await page.getByRole("textbox", { name: "Where it stands: Salaries · Sensitive incident" }).focus();
    await page.keyboard.type("Nobody knows yet");
    await page.keyboard.press("Tab");
    await expect
      .poll(() => page.evaluate(() => globalThis.pageHost?.snapshot().handoff.draft?.open.map(({ line }) => line)))
      .toEqual(["Waits for the vendor. Ticket 4711.", "Nobody knows yet"]);
  });

  test("002-4 a runbook that is to be finished is promised by somebody until a day", async ({ show }) => {
    const page = await show("handoff-drafted");
    await page.keyboard.press("5");
    const row = page.getByRole("listitem").filter({ hasText: "Daily Growth a draft to finish" });
    await row.getByRole("combobox", { name: "Who writes it: Daily Growth" }).focus();
    await page.keyboard.type("Bob");
    await row.getByRole("button", { name: "Promise: Daily Growth" }).focus();
    await page.keyboard.press("Enter");
    await expect
      .poll(() => lastAsked(page, "promise-runbook"))
      .toEqual({ task: "finish-draft runbooks/daily-growth.md", person: "bob", by: "2027-01-18" });
    const promised = row.getByRole("button", { name: "Promised: Daily Growth" });
    await expect(promised).toBeFocused();
    await expect(promised).toHaveAttribute("aria-disabled", "true");
  });

  test("where there is no folder an offer goes by chat, call or mail, with the report in the letter", async ({
    show,
  }) => {
    const page = await show("handoff-by-hand");
    await page.keyboard.press("5");
    for (const [way, url] of [
      ["Chat", "https://slack.com/app_redirect?channel=U02"],
      ["Call", "tel:+4520000002"],
      ["Mail", expect.stringMatching(/^mailto:bob@example\.com\?subject=Handoff%3A%20Alice%20to%20Bob&body=%23%20/)],
    ] as const) {
      await page.getByRole("button", { name: `${way} Bob` }).press("Enter");
      await expect.poll(() => lastAsked(page, "open-link")).toEqual({ url });
    }
  });

  test("an offer stands above everything on Now, and is accepted or declined with a word", async ({ show }) => {
    const page = await show("handoff-incoming");
    const offer = page.getByRole("region", { name: "Offered to you" });
    await expect(offer).toContainText("Bob hands over to you");
    await offer.getByRole("button", { name: "Decline handoff" }).press("Enter");
    const why = offer.getByRole("textbox", { name: "Why you decline" });
    await why.focus();
    await page.keyboard.type("I am ill");
    await offer.getByRole("button", { name: "Decline handoff" }).press("Enter");
    await expect
      .poll(() => lastAsked(page, "decline-handoff"))
      .toEqual({ id: "2027-01-18-bob-alice-000001", word: "I am ill" });
    await expect(offer).toHaveCount(0);
  });
});
