import AxeBuilder from "@axe-core/playwright";
import type { ScenarioName } from "../renderer/support/scenarios.ts";
import { expect, test } from "./support/screen.ts";

const schemes = ["light", "dark"] as const;
const sizes = [
  { width: 360, height: 620 },
  { width: 1280, height: 800 },
] as const;

const states: readonly (readonly [ScenarioName, string])[] = [
  ["triggered", "1"],
  ["acknowledged", "1"],
  ["quiet", "1"],
  ["blind", "1"],
  ["waiting", "1"],
  ["refused", "1"],
  ["overdue", "1"],
  ["sample", "1"],
  ["no-team", "1"],
  ["long", "1"],
  ["storm", "2"],
  ["quiet", "2"],
  ["quiet", "3"],
  ["handoff-drafted", "5"],
  ["handoff-offered", "5"],
  ["handoff-by-hand", "5"],
  ["handoff-declined", "5"],
  ["handoff-incoming", "5"],
  ["handoff-incoming", "1"],
  ["quiet", "5"],
  ["storm", "7"],
  ["quiet", "7"],
  ["no-team", "7"],
  ["blind", "8"],
  ["desktop", "8"],
  ["runbooks", "4"],
  ["runbooks", "1"],
  ["many-runbooks", "4"],
  ["no-runbooks", "4"],
  ["hostile-runbook", "1"],
  ["gap", "1"],
];

for (const colorScheme of schemes) {
  for (const viewport of sizes) {
    test.describe(`${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport });

      test("axe finds nothing, and nothing is cut off sideways, in any view", async ({ show }) => {
        test.setTimeout(180_000);
        for (const [fixture, key] of states) {
          const page = await show(fixture);
          await page.keyboard.press(key);
          await page.getByRole("heading", { level: 1 }).first().waitFor();
          await page.evaluate(() => document.fonts.ready);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => [fixture, key, id, nodes.map(({ html }) => html)])).toEqual([]);
          const [content, window_] = await page.evaluate(
            () => [document.documentElement.scrollWidth, innerWidth] as const,
          );
          expect(content, `${fixture} ${key}`).toBeLessThanOrEqual(window_);
        }
      });

      test("axe finds nothing in dialogs, menus, failures, and when cut off", async ({ show }) => {
        const page = await show("triggered");
        const clean = async (what: string): Promise<void> => {
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => [what, id, nodes.map(({ html }) => html)])).toEqual([]);
        };
        for (const key of ["s", "e", "n", "?"]) {
          await page.keyboard.press(key);
          await clean(`key ${key}`);
          await page.keyboard.press("Escape");
        }
        await page.evaluate(() => globalThis.fakeHost?.answer("acknowledge", "internal"));
        await page.keyboard.press("a");
        await expect(page.getByRole("alert")).toBeVisible();
        await clean("failure");
        await page.evaluate(() => globalThis.fakeHost?.cutOff());
        await clean("cut off");
        await page.evaluate(() => globalThis.fakeHost?.refuse());
        await clean("refused");
      });
    });
  }
}

test.describe("2,560 px", () => {
  test.use({ viewport: { width: 2_560, height: 1_440 } });

  test("every view fills its part of a wide screen, and lines stay short enough to read", async ({ show }) => {
    test.setTimeout(120_000);
    for (const [fixture, key] of states) {
      const page = await show(fixture);
      await page.keyboard.press(key);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      const [content, longest] = await page.evaluate(() => {
        const words = document.createRange();
        const widths = [...document.querySelectorAll("main p")].map((line) => {
          words.selectNodeContents(line);
          return words.getBoundingClientRect().width;
        });
        return [document.documentElement.scrollWidth, Math.max(0, ...widths)] as const;
      });
      expect(content, `${fixture} ${key}`).toBeLessThanOrEqual(2_560);
      expect(longest, `${fixture} ${key}`).toBeLessThan(1_400);
    }
  });
});

test.describe("motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("there is none for whoever asked for none", async ({ show }) => {
    const page = await show("triggered");
    const durations = await page.evaluate(() =>
      [...document.querySelectorAll("*")].map((element) => getComputedStyle(element).transitionDuration),
    );
    expect(new Set(durations)).toEqual(new Set(["0s"]));
  });
});

test("high contrast keeps the primary button's edge and the focus ring", async ({ show, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await show("triggered");
  const button = page.getByRole("button", { name: "Acknowledge", exact: true });
  await button.focus();
  const look = await button.evaluate((element) => {
    const { borderTopStyle, borderTopColor, outlineStyle } = getComputedStyle(element);
    return { borderTopStyle, seen: borderTopColor !== "rgba(0, 0, 0, 0)", outlineStyle };
  });
  expect(look).toEqual({ borderTopStyle: "solid", seen: true, outlineStyle: "solid" });
});
