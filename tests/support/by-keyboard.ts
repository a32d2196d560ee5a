import type { Locator, Page } from "@playwright/test";

/* Moving about a page as somebody does who has no mouse. */

/** More stops than any view has. */
const mostStops = 250;

/** Presses Tab until the focus is there; what Tab does not reach cannot be used without a mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}

/** Goes there with Tab and presses a key. */
export async function tabAndPress(page: Page, target: Locator, key: "Enter" | "Space"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}
