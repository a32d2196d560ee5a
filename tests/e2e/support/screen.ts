import { test as base, type Page } from "@playwright/test";
import type { StateName } from "../../page/states.ts";

type Screen = {
  /** Shows the real screen over the real core, which is in the named state. */
  readonly show: (state: StateName) => Promise<Page>;
};

/** Playwright's `test` with the screen over a core in the page. A violation of the page's policy, or an exception, fails the test. */
export const test = base.extend<Screen>({
  timezoneId: "Europe/Copenhagen",
  show: async ({ page }, provide) => {
    const faults: string[] = [];
    page.on("pageerror", (fault) => faults.push(fault.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
    });
    await provide(async (state) => {
      await page.goto(`${process.env["BATON_TEST_PAGE"] ?? ""}?state=${state}`);
      await page.locator(".app, .page").waitFor();
      return page;
    });
    if (faults.length > 0) throw new Error(`the page complained:\n${faults.join("\n")}`);
  },
});

/** What the page last asked of its host by this command; undefined where it has not asked yet. */
export const lastAsked = (page: Page, command: string): Promise<unknown> =>
  page.evaluate((wanted) => globalThis.pageHost?.asked.findLast((one) => one.command === wanted)?.input, command);

export { expect } from "@playwright/test";
