import { watchHarm } from "../support/inert.ts";
import { expect, test } from "./support/screen.ts";

const unharmed = { ran: [], called: [], left: [], opened: 0, planted: [] };

test("nothing in a runbook runs, calls or leaves, however it is written", async ({ page, show }) => {
  const harm = watchHarm(page);
  await show("hostile-runbook");
  await page.getByRole("region", { name: "Runbook" }).getByText("Symptoms").first().waitFor();
  await page.keyboard.press("4");
  await page
    .getByRole("list", { name: "Runbooks" })
    .getByRole("button", { name: /Hostile/ })
    .click();
  await page.getByRole("article").getByRole("heading", { name: "The end" }).waitFor();
  // What a person would touch: every link, button and heading of the text, with the pointer and the keyboard.
  for (const link of await page.locator(".md :is(a, button.md-link)").all()) {
    await link.dispatchEvent("pointerover");
    await link.focus();
    await link.click({ modifiers: ["ControlOrMeta"] });
    await page.keyboard.press("Escape");
    await link.click({ button: "middle" });
    await page.keyboard.press("Escape");
  }
  expect(await harm()).toEqual(unharmed);
  expect(await page.evaluate(() => globalThis.pageHost?.asked.some(({ command }) => command === "open-link"))).toBe(
    false,
  );
});

test("a link shows whose address it is, and opens only when that is confirmed", async ({ show }) => {
  const page = await show("triggered");
  await page.keyboard.press("4");
  await page.getByRole("button", { name: /^Aggregate Profit/ }).click();
  const link = page.getByRole("link", { name: "ledger's own page" });
  await link.focus();
  await expect(page.locator(".md-bar-seen")).toHaveText("https://wiki.example.com/ledger");
  await page.keyboard.press("Enter");
  const bar = page.getByRole("toolbar", { name: "Open outside of Baton" });
  await expect(bar.getByRole("button", { name: "Open", exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect
    .poll(() =>
      page.evaluate(() => globalThis.pageHost?.asked.findLast(({ command }) => command === "open-link")?.input),
    )
    .toEqual({ url: "https://wiki.example.com/ledger" });
});
