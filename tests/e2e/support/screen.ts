import { test as base, type Page } from "@playwright/test";
import type { ScenarioName } from "../../renderer/support/scenarios.ts";
import { openBuiltPage, type BuiltPage } from "./built-page.ts";

type Screen = {
  /** Shows the real screen over a host in memory that is in the named state. */
  readonly show: (fixture: ScenarioName) => Promise<Page>;
};

/** Playwright's `test` with the screen over a host in memory. A violation of the page's policy, or an exception, fails the test. */
export const test = base.extend<Screen, { readonly screenPage: BuiltPage }>({
  screenPage: [
    async ({ browser: _ }, provide) => {
      const page = await openBuiltPage("tests/renderer/support/page");
      await provide(page);
      await page.close();
    },
    { scope: "worker" },
  ],
  timezoneId: "Europe/Copenhagen",
  show: async ({ page, screenPage }, provide) => {
    const faults: string[] = [];
    page.on("pageerror", (fault) => faults.push(fault.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
    });
    await provide(async (fixture) => {
      await page.goto(`${screenPage.url}?fixture=${fixture}`);
      await page.locator(".app, .page").waitFor();
      return page;
    });
    if (faults.length > 0) throw new Error(`the page complained:\n${faults.join("\n")}`);
  },
});

/** What the page last asked of its host by this command; undefined where it has not asked yet. */
export const lastAsked = (page: Page, command: string): Promise<unknown> =>
  page.evaluate((wanted) => globalThis.fakeHost?.asked.findLast((one) => one.command === wanted)?.input, command);

export { expect } from "@playwright/test";
