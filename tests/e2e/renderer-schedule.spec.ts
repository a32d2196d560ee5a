import type { Page } from "@playwright/test";
import type { StateName } from "../page/states.ts";
import { expect, lastAsked, test } from "./support/screen.ts";

type Show = (fixture: StateName) => Promise<Page>;

async function schedule(show: Show, page: Page, fixture: StateName = "schedules"): Promise<Page> {
  const shown = await show(fixture);
  await shown.getByRole("status", { name: "Shift" }).waitFor();
  await shown.keyboard.press("3");
  if (fixture === "schedules") {
    await shown.getByRole("combobox", { name: "Schedule" }).selectOption("weekly");
    await shown.getByRole("combobox", { name: "Schedule" }).blur();
  }
  await shown.getByRole("grid").first().waitFor();
  return shown;
}

const lanes = (page: Page) => page.getByRole("grid").first().getByRole("rowheader");
const focused = (page: Page) => page.locator(":focus");

test("000-9 a lane for each role holds whose turn it is, and says why to whoever rests on it", async ({
  show,
  page,
}) => {
  await schedule(show, page);
  const region = page.getByRole("region", { name: "Schedule" });
  await expect(region.getByRole("heading", { level: 1 })).toHaveText("Schedule: March 2027");
  await expect(lanes(page)).toHaveText(["Primary", "Secondary", "Backup"]);
  const dentist = region.getByRole("gridcell", {
    name: /^Dana, Primary, Wed 3 Mar .*Override: dentist, instead of Alice/,
  });
  await dentist.hover();
  await expect(page.locator(".shift-card")).toContainText("Override: dentist, instead of Alice");
  await expect(page.locator(".shift-card")).toContainText("Wed 3 Mar 2027 09:00 to Thu 4 Mar 2027 09:00");
});

test("keys go through the shifts, along lanes and between them, and show all of one", async ({ show, page }) => {
  await schedule(show, page);
  await page.keyboard.press("j");
  await expect(focused(page)).toHaveAccessibleName(/^Dana, Secondary|^Alice, Secondary|^Dana, Primary/);
  const primary = page.getByRole("row", { name: /^Primary/ }).getByRole("gridcell");
  await primary.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(focused(page)).toHaveAccessibleName(/^Alice, Primary, Mon 1 Mar/);
  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toHaveAccessibleName(/^Bob, Secondary, Mon 1 Mar/);
  await page.keyboard.press("End");
  await expect(focused(page)).toHaveAccessibleName(/Secondary, Mon 29 Mar/);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowUp");
  await expect(focused(page)).toHaveAccessibleName(/^Dana, Primary, Mon 22 Feb/);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Dana" });
  await expect(dialog).toContainText("Turn 4 of 4");
  await expect(dialog).toContainText("Then Alice");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(focused(page)).toHaveAccessibleName(/^Dana, Primary/);
});

test("days are gone through by keys, and `t` comes back to today", async ({ show, page }) => {
  await schedule(show, page);
  const title = page.getByRole("heading", { level: 1 });
  await page.keyboard.press("]");
  await expect(title).toHaveText("Schedule: April 2027");
  await page.keyboard.press("[");
  await page.keyboard.press("[");
  await expect(title).toHaveText("Schedule: February 2027");
  await page.keyboard.press("t");
  await expect(title).toHaveText("Schedule: March 2027");
  await page.getByRole("radio", { name: "3 months" }).check({ force: true });
  await expect(title).toHaveText("Schedule: Mar – May 2027");
  expect(await lastAsked(page, "schedule-view")).toMatchObject({ first: "2027-03-01", before: "2027-06-01" });
});

test("holidays, conflicts and clock changes are told in words, trouble first", async ({ show, page }) => {
  await schedule(show, page);
  const notes = page.getByRole("region", { name: "Worth knowing" }).getByRole("listitem");
  await expect(notes.first()).toContainText("Away: leave. Alice could do it.");
  await expect(notes.filter({ hasText: "Good Friday" })).toContainText("Bob stands in for Dana");
  await expect(notes.filter({ hasText: "Clocks in" })).toContainText("go forward by 1 h");
});

test("000-10 fairness is a table with what it rests on", async ({ show, page }) => {
  await schedule(show, page);
  const fairness = page.getByRole("region", { name: "Fairness" });
  await expect(fairness.getByRole("columnheader")).toHaveText([
    "Person",
    "Shifts",
    "Hours",
    "Weekend",
    "Holiday",
    "Night",
  ]);
  await expect(fairness).toContainText("Primary duty from 1 Mar 2027 to 31 Mar 2027");
  await fairness.getByRole("radio", { name: "Next 13 weeks" }).check({ force: true });
  await expect(fairness).toContainText("Primary duty from 17 Mar 2027 to 15 Jun 2027");
});

test("people have a lane each, and those who stand by are shown when asked for", async ({ show, page }) => {
  await schedule(show, page);
  await page.getByRole("radio", { name: "People" }).check({ force: true });
  await expect(lanes(page)).toHaveText(["Alice", "Bob", "Charlie", "Dana"]);
  const cells = page
    .getByRole("grid")
    .getByRole("row", { name: /^Alice/ })
    .getByRole("gridcell");
  const before = await cells.count();
  await page.getByRole("checkbox", { name: "Backups" }).check();
  expect(await cells.count()).toBeGreaterThan(before);
});

test("my next eight weeks hold the shifts of all schedules", async ({ show, page }) => {
  await schedule(show, page);
  const mine = page.getByRole("region", { name: "Your next eight weeks" });
  await expect(mine.getByRole("listitem").first()).toContainText("Follow the sun");
  await mine.getByRole("button", { name: /^Show \d+ more shifts/ }).click();
  await expect(mine.getByRole("listitem").filter({ hasText: "Weekly" }).first()).toContainText("Secondary");
});

test("004-9 the weeks are copied as a Markdown table", async ({ show, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await schedule(show, page);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("menuitem", { name: "Copy as Markdown" }).click();
  await expect(page.getByText("The table is on the clipboard.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n")[0]).toMatch(/^\| Week .*\| On-call Engineer +\| Secondary +\| Backup Engineer\(s\) +\|$/);
});

test("the shifts are asked for again when the team in force changes, and not at every snapshot", async ({
  show,
  page,
}) => {
  await schedule(show, page);
  const asked = () =>
    page.evaluate(() => globalThis.pageHost?.asked.filter(({ command }) => command === "schedule-view").length);
  const [before, good] = await Promise.all([
    asked(),
    page.evaluateHandle(() => globalThis.pageHost?.teamFile.reading()),
  ]);
  await page.evaluate(() => {
    globalThis.pageHost?.teamFile.become({ kind: "refused", path: "oncall/team.yaml", problems: ["a problem"] });
  });
  await expect(page.getByText("a problem").first()).toBeAttached();
  expect(await asked()).toBe(before);
  await page.evaluate((reading) => {
    if (reading?.kind === "loaded") globalThis.pageHost?.teamFile.become({ ...reading, team: { ...reading.team } });
  }, good);
  await expect.poll(asked).toBe((before ?? 0) + 1);
});

test("sixty people over three months stay in sight of their days, and the table begins with those who carry most", async ({
  show,
  page,
}) => {
  await schedule(show, page, "sixty");
  await page.getByRole("radio", { name: "3 months" }).check({ force: true });
  await page.getByRole("radio", { name: "People" }).check({ force: true });
  await expect(page.getByRole("rowheader")).toHaveCount(60 + 12);
  await page.getByRole("button", { name: "Show all 60 people" }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(60 + 60);
});

test("a calendar that is old or empty is shown with its age on the schedule that goes by it, and on no other", async ({
  show,
  page,
}) => {
  await schedule(show, page, "calendars");
  const calendars = page.getByRole("region", { name: "Schedule" }).getByRole("list", { name: "Calendars" });
  await expect(calendars.getByRole("listitem")).toContainText([
    "Rota in Google Calendar shifts of Weekly · Last read 3 d ago. It cannot be reached (ENOTFOUND).",
    "Dana's leave absences of Dana · Last read 2 h ago. It is empty.",
  ]);
  await calendars.getByRole("button", { name: "Read now: Dana's leave" }).press("Enter");
  expect(await lastAsked(page, "retry-calendar")).toEqual({ calendar: "leave" });
  await page.getByRole("combobox", { name: "Schedule" }).selectOption("first-line");
  await expect(calendars.getByRole("listitem")).toContainText([
    "Dana's leave",
    "2 shifts name nobody whom the team knows, or several people.",
  ]);
});

test("unknown shifts look unlike gaps", async ({ show, page }) => {
  await schedule(show, page, "calendars");
  const lookOf = (name: RegExp) =>
    page
      .getByRole("row", { name: /^Primary/ })
      .getByRole("gridcell", { name })
      .first()
      .evaluate((block) => {
        const { color, borderTopStyle, backgroundImage } = getComputedStyle(block);
        return [color, borderTopStyle, backgroundImage.replace(/\(.*/s, "")];
      });
  const [gap, unknown] = [await lookOf(/^Nobody, /), await lookOf(/^Unknown, /)];
  expect(gap.map((part, index) => part === unknown[index])).toEqual([false, false, false]);
});

test("holidays of regions say where they are from, with links", async ({ show, page }) => {
  await schedule(show, page, "calendars");
  const foot = page.getByRole("region", { name: "Schedule" }).locator("footer");
  await expect(foot).toContainText("Public holidays: date-holidays by commenthol and contributors");
  await foot.getByRole("button", { name: "Licence" }).press("Enter");
  expect(await lastAsked(page, "open-link")).toEqual({ url: "https://creativecommons.org/licenses/by-sa/3.0/" });
});

test("what there is nothing of is said", async ({ show, page }) => {
  await show("no-schedule");
  await page.keyboard.press("3");
  await expect(page.getByText("The team file declares no schedule.")).toBeVisible();
  await show("empty-schedule");
  await page.keyboard.press("3");
  await expect(page.getByText("Nobody is on call in these days.")).toBeVisible();
  await expect(page.getByText("No shift of yours in the next eight weeks.")).toBeVisible();
});

test("on paper there is the schedule, black on white, and nothing to press", async ({ show, page }) => {
  await schedule(show, page);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("navigation", { name: "Views" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Share" })).toBeHidden();
  await expect(page.getByRole("grid")).toBeVisible();
  await expect(page.getByRole("table")).toBeVisible();
  const colours = await page.evaluate(() => {
    const { color } = getComputedStyle(document.querySelector(".schedule h1") ?? document.body);
    return [color, getComputedStyle(document.body).backgroundColor];
  });
  expect(colours).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
});
