import { expect, lastAsked, test } from "./support/screen.ts";

test.describe("the runbook beside the incident", () => {
  test("000-7 opens where it fits, says why, and offers the other parts", async ({ show }) => {
    const page = await show("triggered");
    const runbook = page.getByRole("region", { name: "Runbook" });
    await expect(runbook).toContainText("The runbook of Aggregate Profit for Investors");
    await expect(runbook.getByRole("button", { name: "Late ledger" }).first()).toHaveAttribute("aria-pressed", "true");
    await expect(runbook).toContainText(/Shares .*“late”, “ledger”/);
    await expect(runbook.getByRole("heading", { name: "Late ledger" })).toBeVisible();
    await runbook.getByRole("button", { name: "Recovery" }).click();
    await expect(runbook).toContainText("Every day can be loaded again");
  });

  test("003-6 004-3 symptoms, causes, clues, solutions, owners and SLAs stand beside it", async ({ show }) => {
    const page = await show("triggered");
    const runbook = page.getByRole("region", { name: "Runbook" });
    const row = (name: string) =>
      runbook.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
    await expect(row("Source unavailable")).toContainText("the API of the bank answers 503");
    await expect(row("Source unavailable")).toContainText("their maintenance window");
    await expect(row("Loaded twice")).toContainText("Two batches with one day");
    await expect(row("Loaded twice")).toContainText("Delete the second batch by its id");
    await expect(runbook).toContainText("Report by Monday 09:00.");
    await runbook.getByRole("button", { name: "Chat Bob" }).first().click();
    await expect
      .poll(() => lastAsked(page, "open-link"))
      .toEqual({ url: "https://slack.com/app_redirect?channel=U02" });
  });

  test("its checklist is ticked in place, by whom and when, and a second click takes it back", async ({ show }) => {
    const page = await show("triggered");
    const runbook = page.getByRole("region", { name: "Runbook" });
    const list = runbook.getByRole("list", { name: "Checklist" });
    const box = list.getByRole("checkbox", { name: /Open the log of the last run/ });
    await box.check();
    await expect(list).toContainText(/Alice \d\d:\d\d/);
    await expect(runbook).toContainText("1 of 5 done");
    await box.uncheck();
    await expect(runbook).toContainText("0 of 5 done");
    // The same line within the text.
    await runbook.getByRole("checkbox", { name: "Ask finance ops when the books close" }).first().check();
    await expect(list.getByRole("checkbox", { name: /Ask finance ops/ })).toBeChecked();
  });

  test("002-6 the team is one click away, with the facts of the incident", async ({ show }) => {
    const page = await show("triggered");
    const help = page.getByRole("region", { name: "Ask the team" });
    await help.getByRole("button", { name: "Mail everybody" }).click();
    const { url } = (await lastAsked(page, "open-link")) as { url: string };
    expect(url).toMatch(/^mailto:bob@example\.com,charlie@example\.com\?subject=Help%20wanted/);
    expect(decodeURIComponent(url)).toContain("Critical: Aggregate profit is 6 h late");
  });

  test("002-8 it shows who is there to help, and who is not", async ({ show }) => {
    const page = await show("triggered");
    const help = page.getByRole("region", { name: "Ask the team" });
    await expect(help.getByRole("listitem").filter({ hasText: "Bob" })).toContainText("secondary");
    await expect(help.getByRole("listitem").filter({ hasText: "Charlie" })).toContainText(
      /secondary backup · 21:\d\d there/,
    );
    await expect(help.getByRole("listitem").filter({ hasText: "Dana" })).toContainText("away today");
  });

  test("a gap says so, and what will be asked", async ({ show }) => {
    const page = await show("gap");
    const runbook = page.getByRole("region", { name: "Runbook" });
    await expect(runbook).toContainText("No runbook for Experiment");
    await expect(runbook).toContainText("You will be asked to write one when this is resolved");
  });
});

test.describe("what was resolved without a runbook", () => {
  test("002-4 is offered as a draft, changed in place and written, and covers nothing", async ({ show }) => {
    const page = await show("runbooks");
    const offer = page.getByRole("region", { name: "Write down what helped" });
    await expect(offer).toContainText("Experiment has no rows since midnight");
    await offer.getByRole("button", { name: "Look at the draft" }).click();
    const dialog = page.getByRole("dialog", { name: "Draft of a runbook" });
    await expect(dialog).toContainText("Becomes ./runbooks/experiment.md");
    await dialog.getByRole("textbox", { name: "Text" }).press("ControlOrMeta+End");
    await dialog.getByRole("textbox", { name: "Text" }).pressSequentially("\n## Way back\n");
    await expect(
      dialog.getByRole("region", { name: "Preview" }).getByRole("heading", { name: "Way back" }),
    ).toBeVisible();
    await dialog.getByRole("button", { name: "Write into the folder" }).click();
    await expect(page.getByRole("article").getByRole("heading", { name: "Way back" })).toBeVisible();
    await page.keyboard.press("1");
    await expect(offer).toHaveCount(0);
  });

  test("can be put off to a person and a date", async ({ show }) => {
    const page = await show("runbooks");
    await page.getByRole("button", { name: "Later" }).click();
    const dialog = page.getByRole("dialog", { name: "Who does it, and by when?" });
    await dialog.getByRole("combobox", { name: "Who writes it" }).selectOption("Charlie");
    await dialog.getByLabel("By", { exact: true }).fill("2030-01-31");
    await dialog.getByRole("button", { name: "Set" }).click();
    await expect(dialog).toHaveCount(0);
    expect(await lastAsked(page, "assign-task")).toMatchObject({ task: "write-runbook experiment", person: "charlie" });
  });

  test("can only be copied where the folder cannot be written", async ({ show }) => {
    const page = await show("read-only-runbooks");
    await page.getByRole("button", { name: "Look at the draft" }).click();
    const dialog = page.getByRole("dialog", { name: "Draft of a runbook" });
    await expect(dialog).toContainText("The folder cannot be written");
    await expect(dialog.getByRole("button", { name: "Write into the folder" })).toHaveCount(0);
    await expect(dialog.getByRole("button", { name: "Copy" })).toBeVisible();
  });
});

test.describe("the view of runbooks", () => {
  test("000-3 lists them by service, with what is due, drafted, broken and missing", async ({ show }) => {
    const page = await show("runbooks");
    await page.keyboard.press("4");
    const list = page.getByRole("list", { name: "Runbooks" });
    await expect(list).toContainText("Aggregate Profit for Investors");
    await expect(list).toContainText("It has no section Purpose");
    await expect(page.getByRole("region", { name: "To do", exact: true })).toContainText(
      "Finish the draft: Engagement",
    );
    for (const [filter, text] of [
      ["Review due", "Review due since 2026-05-30"],
      ["Drafts", "Draft"],
      ["Problems", "runbooks/secret.md"],
      ["Gaps", "Experiment"],
    ] as const) {
      await page.getByRole("button", { name: new RegExp(`^${filter} \\d`) }).click();
      await expect(list).toContainText(text);
    }
  });

  test("is searched, walked and read with the keyboard alone", async ({ show }) => {
    const page = await show("runbooks");
    await page.keyboard.press("4");
    await page.getByRole("list", { name: "Runbooks" }).waitFor();
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Search runbooks" })).toBeFocused();
    await page.keyboard.type("maintenance window");
    await expect(page.getByRole("list", { name: "Runbooks" }).locator("mark").first()).toBeVisible();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    const article = page.getByRole("article", { name: "Aggregate Profit for Investors" });
    await expect(article.getByRole("heading", { name: "Source unavailable" })).toBeInViewport();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("region", { name: "To do", exact: true })).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect(page.locator(".entry[aria-current]")).toHaveCount(1);
  });

  test("follows links within the folder, and goes to headings", async ({ show }) => {
    const page = await show("runbooks");
    await page.keyboard.press("4");
    await page.getByRole("button", { name: /^Aggregate Profit/ }).click();
    await page.getByRole("button", { name: "what to do when a disk is full" }).click();
    await expect(page.getByRole("article", { name: "A disk is full" })).toBeVisible();
    await page.getByRole("button", { name: /^Profit by unit/ }).click();
    await page.getByText("On this page").click();
    const far = page.getByRole("article").getByRole("heading", { name: "Closing the books" });
    await expect(far).not.toBeInViewport();
    await page
      .getByRole("navigation", { name: "On this page" })
      .getByRole("button", { name: "Closing the books" })
      .click();
    await expect(far).toBeInViewport();
  });

  test("draws what is in sight of two thousand", async ({ show }) => {
    const page = await show("many-runbooks");
    await page.keyboard.press("4");
    await expect(page.getByRole("button", { name: /^All 2,001/ })).toBeVisible();
    expect(await page.locator(".entry").count()).toBeLessThan(60);
  });

  test("says how to begin where there is none", async ({ show }) => {
    const page = await show("no-runbooks");
    await page.keyboard.press("4");
    await expect(page.getByRole("heading", { name: "No runbooks yet" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "What to add to the team file" })).toHaveValue(/runbooks:/);
  });
});
