import { expect, lastAsked, test } from "./support/screen.ts";

test.describe("Settings", () => {
  test("a switch takes effect at once and shows what the host holds", async ({ show }) => {
    const page = await show("quiet");
    await page.keyboard.press("8");
    const all = page.getByRole("checkbox", { name: "Page me for everything" });
    await all.click();
    await expect(all).toBeChecked();
  });

  test("a secret goes in and is forgotten here at once", async ({ show }) => {
    const page = await show("blind");
    await page.keyboard.press("8");
    const field = page.getByLabel("Value of prod-password").first();
    await field.fill("hunter2");
    await page.getByRole("button", { name: "Keep" }).first().click();
    await expect(field).toHaveCount(0);
    await expect.poll(() => lastAsked(page, "set-secret")).toEqual({ name: "prod-password", value: "hunter2" });
    expect(await page.content()).not.toContain("hunter2");
    await expect(page.getByText("This system has no keyring that Baton can trust.")).toBeVisible();
  });

  test("a silent source says why, when it is asked again, and is asked now", async ({ show }) => {
    const page = await show("blind");
    await page.keyboard.press("8");
    await expect(page.getByRole("region", { name: "Sources" })).toContainText("It cannot be reached (ECONNREFUSED)");
    await page.getByRole("button", { name: "Retry now: Alertmanager at prod" }).click();
    await expect.poll(() => lastAsked(page, "retry-source")).toEqual({ source: "prod" });
  });

  test("problems of the team file are listed with their place", async ({ show }) => {
    const page = await show("desktop");
    await page.getByText("The team file has 1 problem").click();
    await page.getByRole("button", { name: "See the problems" }).click();
    await expect(page.getByRole("region", { name: "Team file" })).toContainText("team.yaml:12:5");
    await expect(page.getByText("Port 47800 was taken, so it listens on 51234")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Start at login" })).toBeVisible();
  });
});
