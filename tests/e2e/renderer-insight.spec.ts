import { expect, lastAsked, test } from "./support/screen.ts";

test.describe("Insight", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("000-13 shows the figures with what they rest on, and asks for another span by keyboard", async ({ show }) => {
    const page = await show("figures");
    await page.keyboard.press("7");
    const insight = page.getByRole("region", { name: "Insight", exact: true });
    await expect(insight).toContainText("520 incidents");
    await expect(insight.getByText("Time to acknowledge").first()).toBeVisible();
    await expect(insight).toContainText(/of \d+ incidents acknowledged/);
    await insight.getByRole("combobox", { name: "Span" }).focus();
    await page.keyboard.press("ArrowUp");
    await expect(insight).toContainText("159 incidents");
    expect(await lastAsked(page, "insight")).toEqual({ weeks: 4 });
  });

  test("every drawing has its numbers as a table, and takes them along", async ({ show }) => {
    const page = await show("figures");
    await page.keyboard.press("7");
    const weeks = page.getByRole("region", { name: "Week by week" });
    await expect(weeks.locator("canvas")).toHaveCount(2);
    await weeks.getByText("As a table").click();
    await expect(weeks.getByRole("columnheader", { name: "MTTA", exact: true })).toBeVisible();
    expect(await weeks.getByRole("row").count()).toBeGreaterThan(13);
    await weeks.getByRole("button", { name: "Copy CSV: Week by week" }).click();
    await expect(weeks.getByRole("button", { name: "Copy CSV: Week by week" })).toHaveText("Copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Week of,Incidents,MTTA,MTTR,/);
  });

  test("a span in which nothing happened says so, and still shows who was on call", async ({ show }) => {
    const page = await show("stale");
    await page.keyboard.press("7");
    const insight = page.getByRole("region", { name: "Insight", exact: true });
    await expect(insight).toContainText("Nothing happened in this span");
    await expect(insight.getByRole("region", { name: "People" })).toContainText("Alice");
  });
});
