import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { scratchDir } from "./scratch-dir.ts";

/*
 * Pictures of the screen. With BATON_SCREENSHOTS=docs/screenshots those of the documentation are taken anew; otherwise they go with
 * the test.
 */

const wanted = process.env["BATON_SCREENSHOTS"];

export const pictureFolder = (): string => {
  const dir = wanted ?? scratchDir();
  mkdirSync(dir, { recursive: true });
  return dir;
};

/** Takes a picture of a settled page, after axe has found nothing in it. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  const path = join(pictureFolder(), `${name}.png`);
  await page.screenshot({ path, animations: "disabled" });
  if (wanted !== undefined) shrink(path);
}

/** To a palette, which nobody can tell from the whole on a screen as plain as this, and which is a third of the size. */
function shrink(path: string): void {
  execFileSync("convert", [path, "-dither", "None", "-colors", "255", "-define", "png:compression-level=9", path]);
}
