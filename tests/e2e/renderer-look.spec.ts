import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { StateName } from "../page/states.ts";
import { expect, test } from "./support/screen.ts";

/*
 * Each view is looked at once in all its states: by axe in one scheme and one size, and for what sticks out in every size. The other
 * schemes are a matter of colours, which tests/renderer/styles/tokens.test.ts compares.
 */

/** The states of each view, and the key that leads there. */
const views: readonly (readonly [view: string, key: string, states: readonly StateName[]])[] = [
  ["Now, with an incident", "1", ["triggered", "acknowledged", "waiting", "refused", "suppressed", "overdue", "gap"]],
  [
    "Now, quiet",
    "1",
    ["quiet", "off-call", "stale", "blind", "sample", "no-team", "no-me", "runbooks", "handoff-incoming"],
  ],
  ["Now, with texts from outside", "1", ["long", "hostile-runbook"]],
  ["Incidents", "2", ["storm", "quiet", "triggered"]],
  ["Schedule", "3", ["schedules", "sixty", "three", "calendars", "no-schedule", "empty-schedule"]],
  ["Runbooks", "4", ["runbooks", "many-runbooks", "no-runbooks"]],
  [
    "Handoff",
    "5",
    [
      "handoff-drafted",
      "handoff-offered",
      "handoff-by-hand",
      "handoff-declined",
      "handoff-incoming",
      "handoff-accepted",
      "off-call",
    ],
  ],
  ["Log", "6", ["logged", "stale"]],
  ["Insight", "7", ["figures", "stale", "no-team"]],
  ["Settings", "8", ["blind", "desktop", "calendars"]],
];

// Each test looks at many states, and axe takes its time on a busy machine.
test.describe.configure({ timeout: 180_000 });

const widths = [360, 380, 640, 900, 1_280, 1_720, 2_560];

async function see(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
}

async function faultsOf(page: Page): Promise<readonly unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

for (const [view, key, states] of views) {
  test(`${view}: axe finds nothing, nothing is cut off sideways in any size, and lines stay short`, async ({
    show,
  }) => {
    for (const state of states) {
      const page = await show(state);
      await see(page, key);
      expect(await faultsOf(page), state).toEqual([]);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const { content, longest } = await measured(page);
        expect(content, `${state}, ${width} px`).toBeLessThanOrEqual(width);
        expect(longest, `${state}, ${width} px`).toBeLessThan(1_400);
      }
      await page.setViewportSize({ width: 1_280, height: 800 });
    }
  });
}

/** How wide the page is, and its longest line of text. */
const measured = (page: Page) =>
  page.evaluate(() => {
    const words = document.createRange();
    const lines = [...document.querySelectorAll("main p")].map((line) => {
      words.selectNodeContents(line);
      return words.getBoundingClientRect().width;
    });
    const main = document.querySelector("main")?.scrollWidth ?? 0;
    return { content: Math.max(document.documentElement.scrollWidth, main), longest: Math.max(0, ...lines) };
  });

test("axe finds nothing in a popover, where lists and what they list take turns", async ({ show, page }) => {
  await page.setViewportSize({ width: 380, height: 620 });
  await show("triggered");
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("2");
  await page.getByRole("row").nth(1).click();
  await page.getByRole("button", { name: "Back to the list" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test("axe finds nothing in dialogs, menus, failures, and when cut off", async ({ show }) => {
  const page = await show("triggered");
  for (const key of ["s", "e", "n", "?"]) {
    await page.keyboard.press(key);
    expect(await faultsOf(page), `key ${key}`).toEqual([]);
    await page.keyboard.press("Escape");
  }
  await page.evaluate(() => globalThis.pageHost?.answer("acknowledge", "internal"));
  await page.keyboard.press("a");
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await faultsOf(page), "failure").toEqual([]);
  await page.evaluate(() => globalThis.pageHost?.cutOff());
  expect(await faultsOf(page), "cut off").toEqual([]);
  await page.evaluate(() => globalThis.pageHost?.refuse());
  expect(await faultsOf(page), "refused").toEqual([]);
});

test("axe finds nothing in the dialogs of the log and the schedule, and they fit into a popover", async ({
  show,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const fits = async (what: string): Promise<void> => {
    expect(await faultsOf(page), what).toEqual([]);
    const wide = await page.getByRole("dialog").evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wide, what).toBeLessThanOrEqual(0);
  };
  await show("logged");
  await page.keyboard.press("6");
  await page.getByRole("list", { name: "Log entries" }).waitFor();
  await page.keyboard.press("n");
  await page.getByRole("dialog").waitFor();
  await fits("an entry of the log");
  await show("triggered");
  await page.keyboard.press("3");
  await page
    .getByRole("button", { name: /^Override/ })
    .first()
    .waitFor();
  await page.keyboard.press("o");
  const dialog = page.getByRole("dialog", { name: "Change the schedule" });
  for (const kind of ["Somebody takes it", "Two swap", "Ask for cover"]) {
    await dialog.getByRole("radio", { name: kind }).check();
    if (kind === "Somebody takes it") {
      await dialog.getByLabel("Who takes it").selectOption("bob");
      await dialog
        .getByText(/Fairness (stays|\d+ →) \d+/)
        .first()
        .waitFor();
    }
    await fits(kind);
  }
});

test("the schedule scrolls within itself, by roles and by people, for a week or for three months", async ({
  show,
  page,
}) => {
  for (const state of ["schedules", "sixty"] as const) {
    await show(state);
    await see(page, "3");
    for (const by of ["Roles", "People"]) {
      await page.getByRole("radio", { name: by, exact: true }).check({ force: true });
      for (const span of ["Week", "Month", "3 months"]) {
        await page.getByRole("radio", { name: span, exact: true }).check({ force: true });
        for (const width of [380, 1_280, 2_560]) {
          await page.setViewportSize({ width, height: 800 });
          expect((await measured(page)).content, `${state} ${by} ${span} ${width}`).toBeLessThanOrEqual(width);
        }
      }
      await page.setViewportSize({ width: 1_280, height: 800 });
      expect(await faultsOf(page), `${state} ${by}`).toEqual([]);
    }
  }
});

test.describe("motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("there is none for whoever asked for none", async ({ show }) => {
    const page = await show("triggered");
    const durations = await page.evaluate(() =>
      [...document.querySelectorAll("*")].map((element) => getComputedStyle(element).transitionDuration),
    );
    expect(new Set(durations)).toEqual(new Set(["0s"]));
  });
});

test("high contrast keeps the primary button's edge and the focus ring", async ({ show, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await show("triggered");
  const button = page.getByRole("button", { name: "Acknowledge", exact: true });
  await button.focus();
  const look = await button.evaluate((element) => {
    const { borderTopStyle, borderTopColor, outlineStyle } = getComputedStyle(element);
    return { borderTopStyle, seen: borderTopColor !== "rgba(0, 0, 0, 0)", outlineStyle };
  });
  expect(look).toEqual({ borderTopStyle: "solid", seen: true, outlineStyle: "solid" });
});
