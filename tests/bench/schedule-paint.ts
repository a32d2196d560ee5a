import { chromium, type Page } from "@playwright/test";
import { openBuiltPage } from "../e2e/support/built-page.ts";
import { chromiumPath } from "../support/requires.ts";
import type { Bench } from "./bench.ts";
import { absolute } from "./figure.ts";
import { median } from "./measure.ts";

const rounds = 7;

/** First paint of the Schedule view for sixty people over three months, beside plain React with a cell for each person and day. */
export const schedulePaint: Bench = {
  name: "schedule-paint",
  needs: ["chromium"],
  async run() {
    const executablePath = chromiumPath();
    const served = await openBuiltPage("tests/bench/schedule-page");
    const browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      // Without the last one, a paint waits for the screen's next beat, which would be most of a short time.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-frame-rate-limit",
      ],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(served.url);
      await page.evaluate(() => document.fonts.ready);
      // Once to load what is loaded when it is first shown.
      await timeOf(page, "ours");
      const ours: number[] = [];
      const plain: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await timeOf(page, "ours"));
        plain.push(await timeOf(page, "plain"));
      }
      const peer = { name: "plain React, a cell a day", value: median(plain) };
      return [absolute({ name: "schedule-paint", value: median(ours), unit: "ms" }, 100, peer)];
    } finally {
      await browser.close();
      await served.close();
    }
  },
};

async function timeOf(page: Page, which: "ours" | "plain"): Promise<number> {
  const time = await page.evaluate((key) => globalThis.scheduleBench?.[key](), which);
  if (time === undefined) throw new Error("the page of the measurement is not ready");
  return time;
}
