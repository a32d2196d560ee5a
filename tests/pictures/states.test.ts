import type { Page } from "@playwright/test";
import { afterAll, beforeAll, it } from "vitest";
import { openBuiltPage, type BuiltPage } from "../e2e/support/built-page.ts";
import { states, type StateName } from "../page/states.ts";
import { describeWith } from "../support/describe-with.ts";
import { takePicture } from "../support/pictures.ts";
import { closeBrowserAfterAll, openPage } from "../support/window.ts";

/*
 * The states that a person meets seldom, or late in a quarter: the real screen over the real core, looked at by axe, and kept as
 * pictures beside those of tests/integration/screenshots.test.ts.
 */

type Picture = {
  readonly name: string;
  readonly state: StateName;
  /** Brings the screen from Now to what is shown. */
  readonly see: (page: Page) => Promise<void>;
  readonly width?: number;
  readonly height?: number;
  /** Taken in the popover's size too. */
  readonly popover?: true;
};

const key =
  (name: string, seen: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press(name);
    await seen(page);
  };

const choose = (page: Page, ...names: readonly string[]): Promise<void> =>
  names.reduce(
    (before, name) => before.then(() => page.getByRole("radio", { name, exact: true }).check({ force: true })),
    Promise.resolve(),
  );

const shifts = (page: Page) => page.getByRole("grid").getByRole("gridcell");

/** The Schedule view of one schedule, with these choices made. */
const schedule = (id: string, choices: readonly string[], then?: (page: Page) => Promise<void>) =>
  key("3", async (page) => {
    await shifts(page).first().waitFor();
    const which = page.getByRole("combobox", { name: "Schedule", exact: true });
    if ((await which.count()) > 0) {
      await which.selectOption(id);
      await which.blur();
    }
    await choose(page, ...choices);
    await page.locator("[aria-busy=true]").waitFor({ state: "detached" });
    await then?.(page);
  });

/** Scrolled within the view, as a wheel would. */
const toTop = (name: string) => async (page: Page) => {
  await page.getByRole("region", { name, exact: true }).evaluate((part) => {
    const main = part.closest("main");
    main?.scrollBy({ top: part.getBoundingClientRect().top - main.getBoundingClientRect().top - 32 });
  });
};

const schedules: readonly Picture[] = [
  { name: "schedule-month", state: "schedules", see: schedule("weekly", ["Month"]), height: 960 },
  {
    name: "schedule-week",
    state: "schedules",
    see: schedule("weekly", ["Week"], async (page) => {
      await page.keyboard.press("]");
      await page.getByRole("heading", { name: "22–28 Mar 2027" }).waitFor();
    }),
  },
  { name: "schedule-people", state: "schedules", see: schedule("weekly", ["3 months", "People"]) },
  { name: "schedule-gaps", state: "schedules", see: schedule("sun", ["Week"]) },
  { name: "schedule-calendars", state: "calendars", see: schedule("weekly", ["Month"]), popover: true },
  { name: "schedule-three", state: "three", see: schedule("weekly", ["Month", "People"]) },
  { name: "schedule-sixty", state: "sixty", see: schedule("weekly", ["3 months", "People"]) },
  {
    name: "schedule-why",
    state: "schedules",
    see: schedule("weekly", ["Month"], async (page) => {
      await shifts(page).filter({ hasText: "Charlie" }).first().focus();
      await page.locator(".shift-card").waitFor();
    }),
  },
  {
    name: "schedule-shift",
    state: "schedules",
    see: schedule("weekly", ["Month"], async (page) => {
      await page
        .getByRole("gridcell", { name: /^Charlie, Primary/ })
        .first()
        .press("Enter");
      await page.getByRole("dialog", { name: "Charlie" }).waitFor();
    }),
  },
  {
    name: "schedule-change",
    state: "triggered",
    see: key("3", async (page) => {
      await shifts(page).first().waitFor();
      await page.keyboard.press("o");
      const dialog = page.getByRole("dialog", { name: "Change the schedule" });
      await dialog.getByLabel("To", { exact: true }).fill("2027-01-07T03:00");
      await dialog.getByLabel("Who takes it").selectOption("bob");
      await dialog
        .getByText(/Fairness (stays|\d+ →)/)
        .first()
        .waitFor();
    }),
    popover: true,
  },
  { name: "schedule-fairness", state: "sixty", see: schedule("weekly", ["3 months"], toTop("Fairness")) },
  { name: "schedule-mine", state: "schedules", see: schedule("weekly", ["Month"], toTop("Your next eight weeks")) },
  { name: "schedule-380", state: "schedules", see: schedule("weekly", ["Week"]), width: 380, height: 800 },
  {
    name: "schedule-2560",
    state: "sixty",
    see: schedule("weekly", ["3 months", "Roles"]),
    width: 2560,
    height: 1440,
  },
];

const runbooks: readonly Picture[] = [
  {
    name: "runbooks",
    state: "runbooks",
    see: key("4", async (page) => page.getByRole("region", { name: "To do" }).waitFor()),
    popover: true,
  },
  {
    name: "runbooks-open",
    state: "runbooks",
    see: key("4", async (page) => {
      await page.getByRole("button", { name: /^Aggregate Profit/ }).click();
      await page.getByRole("article").waitFor();
    }),
  },
  {
    name: "runbooks-search",
    state: "runbooks",
    see: key("4", async (page) => {
      await page.getByRole("list", { name: "Runbooks" }).waitFor();
      await page.keyboard.press("/");
      await page.keyboard.type("maintenance window");
      await page.getByRole("list", { name: "Runbooks" }).locator("mark").first().waitFor();
    }),
  },
  {
    name: "runbooks-empty",
    state: "no-runbooks",
    see: key("4", async (page) => page.getByRole("heading", { name: "No runbooks yet" }).waitFor()),
  },
  {
    name: "now-runbook",
    state: "triggered",
    see: async (page) => page.getByRole("region", { name: "Runbook" }).getByRole("checkbox").first().waitFor(),
    height: 960,
    popover: true,
  },
  {
    name: "now-gap",
    state: "gap",
    see: async (page) => page.getByRole("region", { name: "Runbook" }).waitFor(),
  },
  {
    name: "gap-offer",
    state: "runbooks",
    see: async (page) => page.getByRole("button", { name: "Look at the draft" }).waitFor(),
  },
  {
    name: "gap-draft",
    state: "runbooks",
    see: async (page) => {
      await page.getByRole("button", { name: "Look at the draft" }).click();
      await page.getByRole("region", { name: "Preview" }).getByRole("heading").first().waitFor();
    },
  },
];

const handoff = (seen: string | RegExp) => key("5", async (page) => page.getByText(seen).first().waitFor());

const afterwards: readonly Picture[] = [
  {
    name: "handoff-draft",
    state: "handoff-drafted",
    see: handoff("Support channels answered"),
    height: 960,
    popover: true,
  },
  {
    name: "handoff-unfinished",
    state: "handoff-drafted",
    see: key("5", async (page) => {
      await page.getByRole("button", { name: "Hand over" }).waitFor();
      await page.getByRole("region", { name: "Hand over" }).getByRole("textbox").first().fill("My train leaves");
    }),
  },
  { name: "handoff-offered", state: "handoff-offered", see: handoff("Support channels answered") },
  { name: "handoff-by-hand", state: "handoff-by-hand", see: handoff("Support channels answered") },
  { name: "handoff-incoming", state: "handoff-incoming", see: handoff("My train leaves"), popover: true },
  { name: "handoff-accepted", state: "handoff-accepted", see: handoff("Sleep well") },
  {
    name: "log",
    state: "logged",
    see: key("6", async (page) => page.getByRole("checkbox").first().waitFor()),
    popover: true,
  },
  {
    name: "post-incident",
    state: "resolvable",
    see: async (page) => {
      await page.keyboard.press("r");
      await page.getByRole("heading", { name: "All quiet" }).waitFor();
      await page.keyboard.press("2");
      await page.getByRole("combobox", { name: "State" }).selectOption("Resolved");
      await page.getByRole("row").nth(1).click();
      await page.getByRole("button", { name: "Write post-incident note" }).click();
      await page.getByRole("dialog").getByRole("textbox").first().waitFor();
    },
  },
  {
    name: "insight",
    state: "figures",
    see: key("7", async (page) => page.getByRole("table").first().waitFor()),
    height: 1200,
    popover: true,
  },
  {
    name: "insight-empty",
    state: "stale",
    see: key("7", async (page) => page.getByRole("heading", { level: 1 }).waitFor()),
  },
];

describeWith(["chromium"], "what people see seldom", () => {
  let built: BuiltPage;
  beforeAll(async () => {
    built = await openBuiltPage("tests/page");
  });
  afterAll(() => built.close());
  closeBrowserAfterAll();

  const take = async ({ name, state, see, width = 1280, height = 800 }: Picture): Promise<void> => {
    const look = { width, height, zone: "Europe/Copenhagen", at: new Date(states[state].at) };
    const page = await openPage(`${built.url}?state=${state}`, look);
    await page.getByRole("status", { name: "Shift" }).waitFor();
    await see(page);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await takePicture(page, `${name}-${colorScheme}`);
    }
    await page.context().close();
  };

  it.each([...schedules, ...runbooks, ...afterwards])("$name", { timeout: 120_000 }, async (picture) => {
    await take(picture);
    if (picture.popover) await take({ ...picture, name: `${picture.name}-popover`, width: 400, height: 620 });
  });
});
