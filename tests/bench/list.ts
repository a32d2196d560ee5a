import { chromium, type Page } from "@playwright/test";
import { openBuiltPage } from "../e2e/support/built-page.ts";
import { chromiumPath } from "../support/requires.ts";
import type { Bench } from "./bench.ts";
import { compared } from "./figure.ts";
import { median } from "./measure.ts";

const rounds = 7;

/** First paint and update of the list at 10,000 rows, beside a plain React list in the same page of the same Chromium. */
export const list: Bench = {
  name: "list",
  needs: ["chromium"],
  async run() {
    const executablePath = chromiumPath();
    const served = await openBuiltPage("tests/bench/list-page");
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
      return await measure(page);
    } finally {
      await browser.close();
      await served.close();
    }
  },
};

type Times = { readonly first: number; readonly update: number };

async function measure(page: Page) {
  const ours: Times[] = [];
  const plain: Times[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await timesOf(page, "ours"));
    plain.push(await timesOf(page, "plain"));
  }
  const figure = (name: string, of: keyof Times, most: number) => {
    const value = median(ours.map((times) => times[of]));
    const peer = { name: "plain React", value: median(plain.map((times) => times[of])) };
    return compared({ name, value, unit: "ms" }, peer, most);
  };
  return [figure("list-first-paint", "first", 0.1), figure("list-update", "update", 0.25)];
}

async function timesOf(page: Page, which: "ours" | "plain"): Promise<Times> {
  const times = await page.evaluate((key) => globalThis.listBench?.[key](), which);
  if (!times) throw new Error("the page of the measurement is not ready");
  return times;
}
