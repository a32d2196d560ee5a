import type { Page } from "@playwright/test";
import type { Bench } from "./bench.ts";
import { absolute } from "./figure.ts";
import { median } from "./measure.ts";
import { inPage } from "./measured-page.ts";

const rounds = 7;

/** First paint of the Schedule view for sixty people over three months, beside plain React with a cell for each person and day. */
export const schedulePaint: Bench = {
  name: "schedule-paint",
  needs: ["chromium"],
  run: () => inPage("schedule-page", "free", measure),
};

async function measure(page: Page) {
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
}

async function timeOf(page: Page, which: "ours" | "plain"): Promise<number> {
  const time = await page.evaluate((key) => globalThis.scheduleBench?.[key](), which);
  if (time === undefined) throw new Error("the page of the measurement is not ready");
  return time;
}
