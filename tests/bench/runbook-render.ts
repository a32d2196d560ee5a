import type { Page } from "@playwright/test";
import type { Bench } from "./bench.ts";
import { absolute } from "./figure.ts";
import { median } from "./measure.ts";
import { inPage } from "./measured-page.ts";
import { runbookText } from "./runbook-text.ts";
import { readRunbook } from "../../shared/runbook/read-runbook.ts";
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
  // What the host does beforehand, in a thread of its own.
  const { headings, parts } = readRunbook(text, "bench");
  const read = { headings, parts: parts.map(({ place, blocks }) => ({ place, json: JSON.stringify(blocks) })) };
  const ours: Drawing[] = [];
  const plain: Drawing[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(known(await page.evaluate((of) => globalThis.runbookBench?.ours(of), read)));
    plain.push(known(await page.evaluate((of) => globalThis.runbookBench?.plain(of), text)));
  }
  const figure = (name: string, of: keyof Drawing, most?: number) =>
    absolute({ name, value: median(ours.map((drawing) => drawing[of])), unit: "ms" }, most, {
      name: "react-markdown in one go",
      value: median(plain.map((drawing) => drawing[of])),
    });
  return [figure("runbook-frame", "frame", 50), figure("runbook-first", "first"), figure("runbook-whole", "whole")];
}

function known(drawing: Drawing | undefined): Drawing {
  if (!drawing) throw new Error("the page of the measurement is not ready");
  return drawing;
}
