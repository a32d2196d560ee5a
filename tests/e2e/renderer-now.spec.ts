import { expect, lastAsked, test } from "./support/screen.ts";

test.describe("Now", () => {
  test("000-5 one incident: what it is, how long there is, what to do", async ({ show }) => {
    const page = await show("triggered");
    const current = page.getByRole("region", { name: "Current incident", exact: true });
    await expect(current.getByRole("heading", { level: 1 })).toHaveText(
      "Aggregate profit is 6 h late: yesterday's ledger has not arrived",
    );
    await expect(current).toContainText("Critical");
    await expect(current).toContainText("Aggregate Profit for Investors");
    await expect(current.getByRole("timer", { name: "Respond by" })).toContainText(/5[67]:\d\d/);
    await expect(current.getByRole("timer", { name: "Resolve by" })).toContainText(/3:5[67]:\d\d/);
    await expect(current.getByRole("timer", { name: "Escalates" })).toContainText(
      /Pages Bob in 11:\d\d · step\s2\sof\s3/,
    );
    for (const name of ["Acknowledge", "Snooze", "Escalate", "Add note"]) {
      await expect(current.getByRole("button", { name, exact: true })).toBeVisible();
    }
    await expect(current.getByRole("button", { name: "Resolve", exact: true })).toHaveCount(0);
    await expect(page.getByRole("region", { name: "Runbook" })).toContainText("Aggregate Profit");
    await expect(page.getByRole("list", { name: "Timeline" }).getByRole("listitem")).toHaveCount(2);
    await expect(page.getByRole("status", { name: "Shift" })).toContainText("On call · primary");
    await expect(page.getByRole("status", { name: "Sources" })).toContainText("2 sources fresh");
    await expect(page).toHaveTitle("(1) Triggered · Baton");
  });

  test("clocks run by the second without drawing anything else", async ({ show }) => {
    const page = await show("triggered");
    const clock = page.getByRole("timer", { name: "Respond by" }).locator(".clock-number");
    const first = await clock.textContent();
    await expect(clock).not.toHaveText(first ?? "");
  });

  test("one click acknowledges, says what became of it, and a second click of the same does nothing", async ({
    show,
  }) => {
    const page = await show("triggered");
    await page.getByRole("button", { name: "Acknowledge", exact: true }).dblclick();
    await expect(page.getByRole("region", { name: "Current incident" })).toContainText("Acknowledged by Alice");
    await expect(page.getByText("Acknowledgement sent to Alertmanager at prod · confirmed")).toBeVisible();
    await expect(page.getByRole("button", { name: "Acknowledge", exact: true })).toHaveCount(0);
    const asked = await page.evaluate(
      () => globalThis.pageHost?.asked.filter(({ command }) => command === "acknowledge").length,
    );
    expect(asked).toBe(1);
    await page.getByRole("button", { name: "Take back" }).click();
    await expect(page.getByRole("button", { name: "Acknowledge", exact: true })).toBeVisible();
  });

  test("001-6 whoever looks at it sets its severity", async ({ show }) => {
    const page = await show("triggered");
    await page.getByRole("combobox", { name: "Triage" }).selectOption("Major");
    await expect(page.getByRole("region", { name: "Current incident" })).toContainText("Major");
  });

  test("resolving is offered only where the source can", async ({ show }) => {
    const page = await show("resolvable");
    await page.getByRole("button", { name: "Resolve", exact: true }).click();
    await expect(page.getByRole("heading", { name: "All quiet" })).toBeVisible();
  });

  test("snoozing offers three lengths", async ({ show }) => {
    const page = await show("triggered");
    await page.getByRole("button", { name: "Snooze", exact: true }).click();
    await expect(page.getByRole("menuitem")).toHaveText(["15 min", "1 h", /^Until morning, /]);
    await page.getByRole("menuitem", { name: "15 min" }).click();
    await expect(page.getByRole("region", { name: "Also yours" })).toContainText("Snoozed");
    expect(await lastAsked(page, "snooze")).toMatchObject({ for: 900_000 });
  });

  test("escalating says who would be paged before it is done", async ({ show }) => {
    const page = await show("triggered");
    await page.getByRole("button", { name: "Escalate", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Page Bob now?" });
    await expect(dialog).toContainText(/Otherwise that happens by itself in 11 min/);
    await dialog.getByRole("button", { name: "Page Bob" }).click();
    await expect(page.getByRole("list", { name: "Timeline" })).toContainText("Escalated by Alice to Bob");
  });

  test("a note that could not be kept is still there to be sent again", async ({ show }) => {
    const page = await show("triggered");
    await page.getByRole("button", { name: "Add note", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Add note" });
    await page.evaluate(() => globalThis.pageHost?.answer("add-note", "internal"));
    await dialog.getByRole("textbox").fill("Called finance ops");
    await dialog.getByRole("button", { name: "Add note" }).click();
    await expect(dialog.getByRole("textbox")).toHaveValue("Called finance ops");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("alert")).toContainText("Note not added");
  });

  test("a refused action is an alert that stays until it is put away", async ({ show }) => {
    const page = await show("triggered");
    await page.evaluate(() =>
      globalThis.pageHost?.answer("acknowledge", { kind: "refused", reason: "already-resolved" }),
    );
    await page.getByRole("button", { name: "Acknowledge", exact: true }).click();
    await expect(page.getByRole("alert")).toHaveText("Not acknowledged: it is already resolved.");
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("a storm: how many more are mine, and all of them in one go", async ({ show }) => {
    const page = await show("flood");
    await expect(page.getByRole("heading", { name: /^2\d\d more of yours are waiting$/ })).toBeVisible();
    await page.getByRole("button", { name: /^Acknowledge all 2\d\d$/ }).click();
    await expect(page.getByRole("heading", { name: "Also yours" })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Acknowledge all/ })).toHaveCount(0);
  });

  test("muted by somebody else is shown as such, not as gone", async ({ show }) => {
    const page = await show("suppressed");
    await expect(page.getByRole("region", { name: "Current incident" })).toContainText("Silenced by emily until");
    await expect(page.getByText("Planned migration of the ledger")).toBeVisible();
  });

  test("an acknowledgement that waits says why and until when", async ({ show }) => {
    const page = await show("waiting");
    await expect(
      page.getByText(/Acknowledgement kept: Alertmanager at prod does not answer\. Trying again in \d+ s\./),
    ).toBeVisible();
  });

  test("a missing runbook is a gap", async ({ show }) => {
    const page = await show("gap");
    await expect(page.getByRole("region", { name: "Runbook" })).toContainText("No runbook");
  });

  test("all quiet: for how long, until when, and how fresh that is", async ({ show }) => {
    const page = await show("quiet");
    await expect(page.getByRole("heading", { name: "All quiet" })).toBeVisible();
    await expect(page.getByText("for 9 h")).toBeVisible();
    await expect(page.getByText(/^You are on call until .*, then Bob\.$/)).toBeVisible();
    await expect(page.getByText(/^Answered \d+ s ago$/)).toBeVisible();
    await expect(page).toHaveTitle("On call · Baton");
  });

  test("quiet is never claimed while a source is blind or stale", async ({ show }) => {
    for (const fixture of ["blind", "stale"] as const) {
      const page = await show(fixture);
      await expect(page.getByRole("heading", { name: "No trustworthy answer" })).toBeVisible();
      await expect(page.getByText("All quiet")).toHaveCount(0);
      await expect(page.getByRole("alert")).toContainText("Alertmanager at prod has not answered for");
    }
  });

  test("would I really be paged: the pager check answers", async ({ show }) => {
    const page = await show("quiet");
    await page.getByRole("button", { name: "Pager check" }).click();
    await page.getByRole("button", { name: "I was paged" }).click();
    await expect(page.getByText(/^You would have been paged in \d+\.\d s\. Checked /)).toBeVisible();
  });

  test("first start: the sample is marked, and one command or one click sends the first page", async ({ show }) => {
    const page = await show("sample");
    await expect(page.getByRole("status", { name: "Shift" })).toContainText("Sample");
    await expect(page.getByRole("textbox", { name: "Send yourself a page" })).toHaveValue(
      /\$\(cat 'baton\/inbox-token'\)/,
    );
    await page.getByText("Open a team file").click();
    await page.getByRole("textbox", { name: "Path of the team file" }).fill("nowhere.yaml");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toHaveText(
      "Team file not opened: the file cannot be read. nowhere.yaml: cannot be read: there is no such file",
    );
    await page.getByRole("button", { name: "Send a test incident" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Test incident from Baton");
  });

  test("whoever is nobody yet is asked who they are", async ({ show }) => {
    const page = await show("no-me");
    await expect(page.getByRole("status", { name: "Shift" })).toContainText("On call: unknown");
    await page.getByRole("combobox", { name: "I am" }).selectOption("Bob");
    await expect(page.getByRole("heading", { name: "Who are you?" })).toHaveCount(0);
  });

  test("a title of 100 kB with markup and bidi characters is cut, readable in full, and inert", async ({ show }) => {
    const page = await show("long");
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toContainText("<b>NullPointerException</b>");
    expect((await heading.textContent())?.length).toBeLessThan(130);
    expect(await heading.textContent()).not.toContain("\u202e");
    await page.getByText(/^Show all of it/).click();
    const all = page.getByRole("textbox", { name: "Show all of it" });
    expect((await all.inputValue()).length).toBeGreaterThan(90_000);
    const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
  });
});

test.describe("cut off from the host", () => {
  test("says so and from when the picture is, turns its actions off, and comes back", async ({ show }) => {
    const page = await show("triggered");
    await page.evaluate(() => globalThis.pageHost?.cutOff());
    await expect(page.getByRole("alert")).toHaveText(
      /^Baton's host is not answering\. What you see is from \d\d:\d\d\.$/,
    );
    const acknowledge = page.getByRole("button", { name: "Acknowledge", exact: true });
    await expect(acknowledge).toHaveAttribute("aria-disabled", "true");
    await acknowledge.click({ force: true });
    expect(await page.evaluate(() => globalThis.pageHost?.asked.some(({ command }) => command === "acknowledge"))).toBe(
      false,
    );
    await expect(page).toHaveTitle("? Not answering · Baton");
    await page.evaluate(() => globalThis.pageHost?.comeBack());
    await expect(page.getByRole("alert")).toHaveCount(0);
    await acknowledge.click();
    await expect(page.getByRole("region", { name: "Current incident" })).toContainText("Acknowledged by Alice");
  });

  test("a wrong token is a clear page that says how to open a fresh link", async ({ show }) => {
    const page = await show("quiet");
    await page.evaluate(() => globalThis.pageHost?.refuse());
    await expect(page.getByRole("heading", { name: "This link is no longer valid" })).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveValue("npm start -- --browser");
  });
});
