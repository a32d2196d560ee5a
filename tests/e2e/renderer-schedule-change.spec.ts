import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, lastAsked, test } from "./support/screen.ts";

/** The Schedule view with the dialog open, by keyboard. */
async function openDialog(show: (name: "triggered") => Promise<Page>, key: "o" | "w"): Promise<Page> {
  const page = await show("triggered");
  await page.keyboard.press("3");
  await page
    .getByRole("button", { name: /^Override/ })
    .first()
    .waitFor();
  await page.keyboard.press(key);
  await page.getByRole("dialog", { name: "Change the schedule" }).waitFor();
  return page;
}

test.describe("a change to the schedule", () => {
  test("000-10 is made by keyboard alone, with its effect on fairness and its lines shown first", async ({ show }) => {
    const page = await openDialog(show, "o");
    const dialog = page.getByRole("dialog", { name: "Change the schedule" });
    await expect(dialog.getByText("Choose who takes it to see what it does.").first()).toBeVisible();
    await dialog.getByLabel("Who takes it").focus();
    await page.keyboard.type("Bob");
    await dialog.getByLabel("Reason (in the file)").focus();
    await page.keyboard.type("dentist");
    await expect(dialog.getByText("Primary: Alice → Bob").first()).toBeVisible();
    await expect(dialog.getByText("Fairness 92 → 88").first()).toBeVisible();
    await expect(dialog.getByRole("group", { name: "Lines of team.yaml" })).toContainText("+      - { role: primary");
    await dialog.getByRole("button", { name: "Write it" }).focus();
    await page.keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
    expect(await lastAsked(page, "apply-schedule-change")).toMatchObject({
      schedule: "weekly",
      digest: "digest",
      change: { kind: "override", override: { person: "bob", reason: "dentist" } },
    });
  });

  test("is undone by one button, which goes away", async ({ show }) => {
    const page = await openDialog(show, "o");
    await page.keyboard.press("Escape");
    await page.evaluate(() => {
      globalThis.fakeHost?.change((snapshot) => ({
        ...snapshot,
        lastScheduleChange: {
          id: "one",
          at: snapshot.now,
          schedule: { id: "weekly", name: "Weekly rotation" },
          role: "primary",
          from: snapshot.now,
          to: snapshot.now,
          kind: "override",
          people: ["Bob"],
        },
      }));
    });
    const last = page.getByRole("status", { name: "Last change" });
    await expect(last).toContainText("Weekly rotation: Bob is primary");
    await last.getByRole("button", { name: "Undo" }).press("Enter");
    await expect.poll(() => lastAsked(page, "undo-schedule-change")).toEqual({ id: "one" });
  });

  test("that is refused says why in the dialog, and stays to be tried again", async ({ show }) => {
    const page = await openDialog(show, "o");
    const dialog = page.getByRole("dialog", { name: "Change the schedule" });
    await page.evaluate(() => {
      globalThis.fakeHost?.answer("apply-schedule-change", { kind: "refused", reason: "file-changed" });
    });
    await dialog.getByLabel("Who takes it").selectOption("bob");
    await dialog.getByText("Fairness 92 → 88").first().waitFor();
    await dialog.getByRole("button", { name: "Write it" }).click();
    await expect(dialog.getByRole("alert")).toHaveText(
      "Schedule not changed: the team file has changed since. Nothing was written.",
    );
    await expect(dialog.getByRole("button", { name: "Write it" })).toBeEnabled();
  });

  test("asks for cover in words that can be copied", async ({ show }) => {
    const page = await openDialog(show, "o");
    const dialog = page.getByRole("dialog", { name: "Change the schedule" });
    await dialog.getByRole("radio", { name: "Ask for cover" }).check();
    await expect(dialog.getByLabel("Words to ask with")).toHaveValue(/asks for cover as primary/);
    await dialog.getByRole("button", { name: "Ask the team" }).click();
    await expect(dialog).toHaveCount(0);
    expect(await lastAsked(page, "ask-for-cover")).toMatchObject({ schedule: "weekly", role: "primary" });
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing in its dialog, ${colorScheme}, and nothing is cut off at 360 px`, async ({
      show,
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 640 });
      await openDialog(show, "o");
      const dialog = page.getByRole("dialog", { name: "Change the schedule" });
      for (const kind of ["Somebody takes it", "Two swap", "Ask for cover"]) {
        await dialog.getByRole("radio", { name: kind }).check();
        if (kind === "Somebody takes it") {
          await dialog.getByLabel("Who takes it").selectOption("bob");
          await dialog.getByText("Fairness 92 → 88").first().waitFor();
        }
        const found = await new AxeBuilder({ page }).include("dialog").analyze();
        expect(found.violations).toEqual([]);
        const wide = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
        expect(wide).toBeLessThanOrEqual(0);
      }
    });
  }
});
