import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { _electron, expect, test, type ElectronApplication, type Page } from "@playwright/test";
import { electronBinary } from "../../electron/build/electron-binary.js";

/*
 * The desktop host in the real Electron. What its own code decides is tested over a double in tests/desktop; here Electron has
 * the last word: that it starts, that the page is as locked up as it should be, and that the main job works.
 */

const root = resolve(import.meta.dirname, "../..");
const executablePath = electronBinary();

test.describe(executablePath === undefined ? "the desktop host (needs Electron's binary)" : "the desktop host", () => {
  test.skip(executablePath === undefined, "needs Electron's binary");

  let dataDir: string;
  let baton: ElectronApplication;
  let page: Page;

  test.beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "baton-electron-"));
    baton = await _electron.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: [...(process.platform === "linux" ? ["--no-sandbox"] : []), root, "--data", dataDir, "--port", "0"],
    });
    page = await baton.firstWindow();
  });

  test.afterEach(async () => {
    await baton.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test("opens the console at its own origin, with a bridge of two functions and no Node", async () => {
    await expect(page.getByRole("navigation", { name: "Views" })).toBeVisible();
    expect(page.url()).toBe("baton://app/");
    const seen = await page.evaluate(() => ({
      bridge: Object.keys((window as Window & { baton?: object }).baton ?? {}).sort(),
      node: [typeof Reflect.get(window, "require"), typeof Reflect.get(window, "process")],
    }));
    expect(seen).toEqual({ bridge: ["onPush", "request"], node: ["undefined", "undefined"] });
  });

  test("lets the page connect nowhere, open nothing and leave for nowhere", async () => {
    const attempts = await page.evaluate(async () => ({
      fetched: await fetch("http://127.0.0.1:1/").then(
        () => "reached",
        () => "refused",
      ),
      opened: window.open("https://example.com/") === null ? "refused" : "opened",
      notifications: await Notification.requestPermission(),
    }));
    expect(attempts).toEqual({ fetched: "refused", opened: "refused", notifications: "denied" });
    await page.evaluate(() => location.assign("https://example.com/"));
    expect(page.url()).toBe("baton://app/");
    expect(baton.windows()).toHaveLength(1);
  });

  test("000-5 shows an incident from the inbox, and one click acknowledges it", async () => {
    await expect(page.getByRole("navigation", { name: "Views" })).toBeVisible();
    await page.evaluate(async () => {
      const { baton } = window as Window & { baton?: { request(command: string, input: object): Promise<unknown> } };
      await baton?.request("send-test-incident", { severity: "critical" });
    });
    const current = page.getByRole("region", { name: "Current incident" });
    await expect(current).toBeVisible();
    await page.getByRole("button", { name: "Acknowledge", exact: true }).click();
    await expect(page.getByRole("button", { name: "Resolve", exact: true })).toBeVisible();
  });

  test("a second start over the same data ends at once", async () => {
    const second = await _electron
      .launch({
        ...(executablePath !== undefined && { executablePath }),
        args: [...(process.platform === "linux" ? ["--no-sandbox"] : []), root, "--data", dataDir],
      })
      .then(
        async (app) => {
          await app.close();
          return "started";
        },
        () => "ended",
      );
    expect(second).toBe("ended");
    expect(baton.windows()).toHaveLength(1);
  });
});
