import { expect, lastAsked, test } from "./support/screen.ts";

test.describe("the on-call log", () => {
  test("002-5 writes an entry and corrects it by keyboard alone; both stay", async ({ show }) => {
    const page = await show("logged");
    await page.keyboard.press("6");
    const list = page.getByRole("list", { name: "Log entries" });
    await expect(list).toContainText("Called the bank");
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: "Add an entry to the log" });
    await expect(dialog.getByLabel("What happened")).toBeFocused();
    await page.keyboard.type("Restarted the loader, 6 of 8 tables are back");
    await page.keyboard.press("Tab");
    await page.keyboard.type("https://tickets.example.com/4712 Ticket 4712");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Frida, Gert");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Control+Enter");
    await expect(dialog).toHaveCount(0);
    await expect(list).toContainText("6 of 8 tables");
    expect(await lastAsked(page, "write-log")).toEqual({
      text: "Restarted the loader, 6 of 8 tables are back",
      links: [{ url: "https://tickets.example.com/4712", title: "Ticket 4712" }],
      stakeholders: ["Frida", "Gert"],
    });
    await list.getByRole("button", { name: "Correct" }).first().focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Correct an entry" })).toBeVisible();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("7 of 8 tables are back");
    await page.keyboard.press("Control+Enter");
    await expect(list).toContainText("7 of 8 tables are back");
    await expect(list).toContainText("6 of 8 tables");
    await expect(list).toContainText("Corrected later");
  });

  test("002-3 ticks the shift's duties, and opens where they are done", async ({ show }) => {
    const page = await show("logged");
    await page.keyboard.press("6");
    const duty = page.getByRole("checkbox", { name: "Check the console's status" });
    await duty.focus();
    await page.keyboard.press("Space");
    await expect(duty).toBeChecked();
    expect(await lastAsked(page, "tick-duty")).toMatchObject({ duty: "Check the console's status", done: true });
    await page.getByRole("button", { name: "Open console.example.com/status" }).click();
    expect(await lastAsked(page, "open-link")).toEqual({ url: "https://console.example.com/status" });
  });

  test("shows what was written only, one person's only, and an earlier shift", async ({ show }) => {
    const page = await show("logged");
    await page.keyboard.press("6");
    const list = page.getByRole("list", { name: "Log entries" });
    await page.getByLabel("Show").selectOption("Written");
    await expect(list.getByRole("listitem")).toHaveCount(1);
    await page.getByLabel("Person").selectOption("Bob");
    await expect(page.getByText("Nothing here passes the filter.")).toBeVisible();
    await page.getByLabel("Person").selectOption("Everybody");
    await page.getByRole("combobox", { name: "Shift" }).selectOption({ index: 1 });
    await expect(page.getByText("Nothing here passes the filter.")).toBeVisible();
  });

  test("draws only what is in sight of a long log, and loads the rest when asked", async ({ show }) => {
    const page = await show("logged");
    await page.keyboard.press("6");
    await page.getByRole("combobox", { name: "Shift" }).selectOption("Last 30 days");
    const items = page.getByRole("list", { name: "Log entries" }).getByRole("listitem");
    await expect(items.first()).toBeVisible();
    expect(await items.count()).toBeLessThan(60);
    await page.getByRole("button", { name: "Show older entries" }).click();
    await expect(items.first()).toHaveAttribute("aria-setsize", "400");
  });
});
