import type { Locator, Page } from "@playwright/test";
import { expect, lastAsked, test } from "./support/screen.ts";

const fairness = /Fairness (stays|\d+ →) \d+/;

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

/** March 2027 of a team of whom Charlie is on leave from the 16th to the 19th; it is the 17th. */
async function openMarch(show: (name: "schedules") => Promise<Page>, page: Page): Promise<void> {
  await show("schedules");
  await page.keyboard.press("3");
  await page.getByRole("combobox", { name: "Schedule" }).selectOption("weekly");
  await page.getByRole("gridcell", { name: /^Bob, Secondary, Mon 1 Mar/ }).waitFor();
}

/** What the dialog is filled with: the kind of change, the role, the person, from and to. */
async function fields(dialog: Locator): Promise<readonly (string | null)[]> {
  return [
    await dialog.getByRole("radio", { checked: true }).locator("xpath=..").textContent(),
    await dialog.getByLabel("Role").inputValue(),
    await dialog.getByLabel(/^Who/).first().inputValue(),
    await dialog.getByLabel("From").inputValue(),
    await dialog.getByLabel("To", { exact: true }).inputValue(),
  ];
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
    await expect(dialog.getByText(fairness).first()).toBeVisible();
    await expect(dialog.getByRole("group", { name: "Lines of team.yaml" })).toContainText("+      - { role: primary");
    await dialog.getByRole("button", { name: "Write it" }).focus();
    await page.keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
    expect(await lastAsked(page, "apply-schedule-change")).toMatchObject({
      schedule: "weekly",
      digest: "data-eng",
      change: { kind: "override", override: { person: "bob", reason: "dentist" } },
    });
  });

  test("begins with the shift that is open, by keyboard: its role, its span and its person are filled in", async ({
    show,
    page,
  }) => {
    await openMarch(show, page);
    await page.getByRole("gridcell", { name: /^Bob, Secondary, Mon 29 Mar/ }).press("Enter");
    const shift = page.getByRole("dialog", { name: "Bob" });
    await expect(shift.getByRole("button")).toHaveText(["Override…", "Swap…", "Take it…", "Close"]);
    await shift.getByRole("button", { name: "Swap…" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Change the schedule" });
    await expect(shift).toHaveCount(0);
    expect(await fields(dialog)).toEqual(["Two swap", "secondary", "bob", "2027-03-29T09:00", "2027-04-05T09:00"]);
    await page.keyboard.press("Escape");
    await expect(page.locator(":focus")).toHaveAccessibleName(/^Bob, Secondary, Mon 29 Mar/);
  });

  test("of a shift of mine asks for cover, and of one that is over nothing is offered", async ({ show, page }) => {
    await openMarch(show, page);
    await page.getByRole("gridcell", { name: /^Alice, Secondary, Mon 22 Mar/ }).press("Enter");
    await expect(page.getByRole("dialog", { name: "Alice" }).getByRole("button")).toHaveText([
      "Override…",
      "Swap…",
      "Ask for cover…",
      "Close",
    ]);
    await page.keyboard.press("Escape");
    await page.getByRole("gridcell", { name: /^Alice, Primary, Mon 1 Mar/ }).press("Enter");
    await expect(page.getByRole("dialog", { name: "Alice" }).getByRole("button")).toHaveText(["Close"]);
  });

  test("begins with who could do it where somebody is away", async ({ show, page }) => {
    await openMarch(show, page);
    const notes = page.getByRole("region", { name: "Worth knowing" });
    await notes.getByRole("button", { name: /^Let Alice take it… Tue 16 Mar/ }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Change the schedule" });
    expect(await fields(dialog)).toEqual([
      "Somebody takes it",
      "primary",
      "alice",
      "2027-03-17T10:00",
      "2027-03-20T05:00",
    ]);
    await expect(dialog.getByText(fairness).first()).toBeVisible();
  });

  test("is undone by one button, which goes away", async ({ show }) => {
    const page = await openDialog(show, "o");
    const dialog = page.getByRole("dialog", { name: "Change the schedule" });
    await dialog.getByLabel("Who takes it").selectOption("bob");
    await dialog.getByText(fairness).first().waitFor();
    await dialog.getByRole("button", { name: "Write it" }).click();
    const last = page.getByRole("status", { name: "Last change" });
    await expect(last).toContainText("Weekly: Bob is primary");
    await last.getByRole("button", { name: "Undo" }).press("Enter");
    await expect(last).toHaveCount(0);
  });

  test("that is refused says why in the dialog, and stays to be tried again", async ({ show }) => {
    const page = await openDialog(show, "o");
    const dialog = page.getByRole("dialog", { name: "Change the schedule" });
    await page.evaluate(() => {
      globalThis.pageHost?.answer("apply-schedule-change", { kind: "refused", reason: "file-changed" });
    });
    await dialog.getByLabel("Who takes it").selectOption("bob");
    await dialog.getByText(fairness).first().waitFor();
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
});
