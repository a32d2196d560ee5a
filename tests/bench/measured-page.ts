import { chromium, type Page } from "@playwright/test";
import { openBuiltPage } from "../e2e/support/built-page.ts";
import { chromiumPath } from "../support/requires.ts";

/**
 * Builds a page of this folder, and measures in it. `free` frames do not wait for the screen's next beat, which would be most of a
 * short time; `paced` ones do, where the frames themselves are measured.
 */
export async function inPage<T>(
  folder: string,
  frames: "free" | "paced",
  measure: (page: Page) => Promise<T>,
): Promise<T> {
  const executablePath = chromiumPath();
  const served = await openBuiltPage(`tests/bench/${folder}`);
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      ...(frames === "free" ? ["--disable-frame-rate-limit"] : []),
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(served.url);
    await page.evaluate(() => document.fonts.ready);
    return await measure(page);
  } finally {
    await browser.close();
    await served.close();
  }
}
