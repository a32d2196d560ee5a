import type { Page } from "@playwright/test";
import type { Bench } from "./bench.ts";
import { absolute } from "./figure.ts";
import { median } from "./measure.ts";
import { inPage } from "./measured-page.ts";
import { runbookText } from "./runbook-text.ts";
import type { Drawing } from "./runbook-page/main.tsx";

const rounds = 7;
const size = 200_000;

/** Drawing a long runbook: its longest frame, beside react-markdown in one go in the same page. */
export const runbookRender: Bench = {
  name: "runbook-render",
  needs: ["chromium"],
  run: () => inPage("runbook-page", "paced", measure),
};

async function measure(page: Page) {
  const text = runbookText(size);
  const ours: Drawing[] = [];
  const plain: Drawing[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await drawingOf(page, "ours", text));
    plain.push(await drawingOf(page, "plain", text));
  }
  const figure = (name: string, of: keyof Drawing, most?: number) =>
    absolute({ name, value: median(ours.map((drawing) => drawing[of])), unit: "ms" }, most, {
      name: "react-markdown in one go",
      value: median(plain.map((drawing) => drawing[of])),
    });
  return [figure("runbook-frame", "frame", 50), figure("runbook-first", "first"), figure("runbook-whole", "whole")];
}

async function drawingOf(page: Page, which: "ours" | "plain", text: string): Promise<Drawing> {
  const drawing = await page.evaluate(([key, body]) => globalThis.runbookBench?.[key](body), [which, text] as const);
  if (!drawing) throw new Error("the page of the measurement is not ready");
  return drawing;
}
