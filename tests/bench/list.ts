import type { Page } from "@playwright/test";
import type { Bench } from "./bench.ts";
import { compared } from "./figure.ts";
import { median } from "./measure.ts";
import { inPage } from "./measured-page.ts";

const rounds = 7;

/** First paint and update of the list at 10,000 rows, beside a plain React list in the same page of the same Chromium. */
export const list: Bench = {
  name: "list",
  needs: ["chromium"],
  run: () => inPage("list-page", "free", measure),
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
