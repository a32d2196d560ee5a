import { expect, lastAsked, test } from "./support/screen.ts";

test.describe("the keyboard alone", () => {
  test("acknowledges, takes a note and snoozes, and never loses the focus", async ({ show }) => {
    const page = await show("triggered");
    const hasFocus = () => page.evaluate(() => document.activeElement !== document.body);
    await page.keyboard.press("a");
    await expect(page.getByRole("region", { name: "Current incident" })).toContainText("Acknowledged by Alice");
    await expect.poll(hasFocus).toBe(true);
    await page.keyboard.press("n");
    await page.keyboard.type("a note with s, e and 2 in it");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("list", { name: "Timeline" })).toContainText("a note with s, e and 2 in it");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect.poll(hasFocus).toBe(true);
    await page.keyboard.press("s");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Also yours" })).toContainText("Snoozed");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  });

  test("reaches Acknowledge with Tab and presses it with Enter; a second Enter does nothing", async ({ show }) => {
    const page = await show("triggered");
    const acknowledge = page.getByRole("button", { name: "Acknowledge", exact: true });
    for (
      let press = 0;
      press < 20 && !(await acknowledge.evaluate((element) => element === document.activeElement));
      press += 1
    ) {
      await page.keyboard.press("Tab");
    }
    await expect(acknowledge).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await page.keyboard.press("Enter");
    const asked = await page.evaluate(() => globalThis.pageHost?.asked.map(({ command }) => command));
    const questions = ["hello", "incident", "incident-runbook", "markdown-part", "similar-incidents", "helpers"];
    expect(asked?.filter((command) => !questions.includes(command))).toEqual(["acknowledge"]);
  });

  test("goes through the views, the list and a search", async ({ show }) => {
    const page = await show("storm");
    const views = page.getByRole("navigation", { name: "Views" });
    for (const [key, name] of [
      ["3", "Schedule"],
      ["4", "Runbooks"],
      ["5", "Handoff"],
      ["6", "Log"],
      ["7", "Insight"],
      ["8", "Settings"],
      ["1", "Now"],
      ["2", "Incidents"],
    ] as const) {
      await page.keyboard.press(key);
      await expect(views.locator("[aria-current=page]")).toContainText(name);
    }
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    await expect.poll(() => lastAsked(page, "acknowledge")).toBeDefined();
    await page.keyboard.press("/");
    const search = page.getByRole("searchbox", { name: "Search incidents" });
    await expect(search).toBeFocused();
    await page.keyboard.type("schema 12");
    await expect(page.getByRole("row").nth(1)).toContainText("Schema of orders changed");
    await page.keyboard.press("Escape");
    await expect(page.locator("[role=row]:focus")).toHaveCount(1);
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+ArrowDown");
    await expect(page.getByRole("toolbar", { name: "2 selected" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("toolbar")).toHaveCount(0);
    await page.keyboard.press("Control+a");
    await expect(page.getByRole("toolbar")).toHaveCount(1);
    await page.keyboard.press("End");
    await expect(page.locator("[role=row]:focus")).toBeInViewport();
  });

  test("shows all keys, and closes them where the focus was", async ({ show }) => {
    const page = await show("triggered");
    await page.getByRole("button", { name: "Snooze", exact: true }).focus();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("Acknowledge");
    await page.keyboard.press("a");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Snooze", exact: true })).toBeFocused();
    await expect(page.getByRole("button", { name: "Acknowledge", exact: true })).toBeVisible();
  });

  test("Escape in the snooze menu gives the focus back to its button", async ({ show }) => {
    const page = await show("triggered");
    await page.keyboard.press("s");
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Snooze", exact: true })).toBeFocused();
  });
});
