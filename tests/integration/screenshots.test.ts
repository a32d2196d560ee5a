import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, it } from "vitest";
import { alertmanagerProgram, startAlertmanager, type RealAlert } from "../support/alertmanager.ts";
import { startBaton, type BatonHost } from "../support/baton-host.ts";
import { describeWith } from "../support/describe-with.ts";
import { desktopOfTest, isPage, pageNeeds } from "../support/pages.ts";
import { pictureFolder, takePicture } from "../support/pictures.ts";
import { adaAndBen } from "../support/team-files.ts";
import { closeBrowserAfterAll, openWindow, type Look } from "../support/window.ts";

/*
 * Every view in the states that a person meets, from real runs: looked at by axe, and kept as pictures.
 */

const late: RealAlert = {
  labels: { alertname: "ProfitLate", pipeline: "agg_profit", severity: "page", env: "prod", cluster: "eu-1" },
  annotations: {
    summary: "Aggregate profit has not finished by 06:00",
    runbook_url: "https://runbooks.example.com/agg-profit",
  },
};
const dropped: RealAlert = {
  labels: { alertname: "RowsDropped", pipeline: "daily_growth", severity: "major" },
  annotations: { summary: "Row count of daily growth dropped by 40 %" },
};
const storm = (count: number): readonly RealAlert[] =>
  Array.from({ length: count }, (_, index) => ({
    labels: {
      alertname: "PartitionLate",
      partition: String(index).padStart(5, "0"),
      pipeline: index % 3 === 0 ? "agg_profit" : index % 3 === 1 ? "daily_growth" : "other",
      severity: index % 40 === 0 ? "page" : index % 4 === 0 ? "major" : "minor",
    },
    annotations: { summary: `Partition ${String(index).padStart(5, "0")} of the warehouse is late` },
  }));

const looks = { console: { width: 1280, height: 800 }, popover: { width: 400, height: 620 } } as const;

/** The same state in a new window of each look. */
async function takeAll(baton: BatonHost, name: string, see: (page: Page) => Promise<void>): Promise<void> {
  for (const [suffix, look] of Object.entries({
    light: { ...looks.console, scheme: "light" },
    dark: { ...looks.console, scheme: "dark" },
    "popover-light": { ...looks.popover, scheme: "light" },
    "popover-dark": { ...looks.popover, scheme: "dark" },
  } satisfies Record<string, Look>)) {
    const page = await openWindow(baton, look);
    await page.getByRole("status", { name: "Shift" }).waitFor();
    await see(page);
    await takePicture(page, `${name}-${suffix}`);
    await page.close();
  }
}

const seeTitle = (title: string) => async (page: Page) => {
  await page.getByRole("region", { name: "Current incident" }).getByText(title).first().waitFor();
};

describeWith([...pageNeeds, alertmanagerProgram, "chromium"], "what people see", () => {
  closeBrowserAfterAll();

  it("of one incident: triggered, acknowledged, and all quiet", { timeout: 180_000 }, async () => {
    const [alertmanager, desktop] = await Promise.all([
      startAlertmanager(),
      desktopOfTest({ daemon: "xfce4-notifyd" }),
    ]);
    const baton = await startBaton({ team: adaAndBen([alertmanager.url]), me: "ada", env: desktop.env });
    await baton.sees("a first answer", ({ tray }) => tray.state === "on");
    await takeAll(baton, "now-quiet", async (page) => page.getByText("All quiet").first().waitFor());
    await alertmanager.fire(late, dropped);
    await desktop.waitForNotify((call) => isPage(call) && call.summary.startsWith("Critical"));
    await desktop.screenshot(join(pictureFolder(), "notification.png"), "Critical · Aggregate Profit");
    await takeAll(baton, "now-triggered", seeTitle("Aggregate profit has not finished by 06:00"));
    const id = baton.snapshot().current?.id ?? "";
    await baton.client().request("acknowledge", { ids: [id] });
    await baton.client().request("add-note", { id, text: "The loader was out of memory. Restarted it with 8 GB." });
    await baton.sees("the silence", () => baton.rows().get(id)?.standing === "acknowledged");
    await takeAll(baton, "incidents-two", async (page) => {
      await page.keyboard.press("2");
      await page.getByRole("grid", { name: "Incidents" }).getByText("Row count of daily growth").waitFor();
    });
    await alertmanager.end(dropped);
    await baton.sees(
      "one acknowledged",
      ({ tray, current }) => tray.state === "acknowledged" && current?.delivery?.kind === "confirmed",
    );
    await takeAll(baton, "now-acknowledged", seeTitle("Aggregate profit has not finished by 06:00"));
    await takeAll(baton, "schedule", async (page) => {
      await page.keyboard.press("3");
      await page.getByRole("region", { name: "Schedule" }).getByText("Ada Lovelace").first().waitFor();
    });
    await takeAll(baton, "settings", async (page) => {
      await page.keyboard.press("8");
      await page.getByRole("heading", { name: "Settings" }).waitFor();
    });
  });

  it("of a source that does not answer: stale, then blind", { timeout: 180_000 }, async () => {
    const alertmanager = await startAlertmanager();
    const baton = await startBaton({ team: adaAndBen([alertmanager.url]).replace("poll: 1s", "poll: 4s"), me: "ada" });
    await baton.sees("a first answer", ({ tray }) => tray.state === "on");
    await alertmanager.kill();
    await baton.sees("staleness", ({ tray }) => tray.state === "stale", 60_000);
    await takeAll(baton, "now-stale", async (page) => page.getByRole("alert").first().waitFor());
    await baton.sees("blindness", ({ tray }) => tray.state === "blind", 120_000);
    await takeAll(baton, "now-blind", async (page) => page.getByRole("alert").first().waitFor());
  });

  it("of 10,000 incidents, all and filtered", { timeout: 180_000 }, async () => {
    const alertmanager = await startAlertmanager();
    const baton = await startBaton({ team: adaAndBen([alertmanager.url]), me: "ada" });
    for (let from = 0; from < 10_000; from += 2_500) {
      await alertmanager.fire(...storm(10_000).slice(from, from + 2_500));
    }
    await baton.sees("them all", () => baton.rows().size === 10_000, 60_000);
    const list = async (page: Page): Promise<void> => {
      await page.keyboard.press("2");
      await page.getByRole("grid", { name: "Incidents" }).getByText("Partition").first().waitFor();
      await expect
        .poll(() => page.getByRole("grid", { name: "Incidents" }).getAttribute("aria-rowcount"), { timeout: 30_000 })
        .toMatch(/^1000[01]$/);
    };
    await takeAll(baton, "incidents-10000", list);
    await takeAll(baton, "incidents-filtered", async (page) => {
      await list(page);
      await page.keyboard.press("/");
      await page.getByRole("searchbox").and(page.locator(":focus")).waitFor();
      await page.keyboard.type("00042");
      await expect.poll(() => page.getByRole("row").count(), { timeout: 10_000 }).toBeLessThan(5);
    });
    await takeAll(baton, "now-storm", seeTitle("Partition"));
  });

  it("of the first start, with the sample team", { timeout: 120_000 }, async () => {
    const desktop = await desktopOfTest({ daemon: "xfce4-notifyd" });
    const baton = await startBaton({ env: desktop.env });
    await takeAll(baton, "first-start", async (page) => page.getByText("Sample").first().waitFor());
  });

  it("of the tray: every state, on light and dark", () => {
    const states = ["off", "soon", "on", "backup", "triggered-3", "acknowledged", "stale", "blind", "drill"];
    const files = states.map((state) => `assets/tray/png/colour/${state}-32@2x.png`);
    const out = pictureFolder();
    const rows = ["#ffffff", "#1f2023"].map((ground, index) => {
      const row = join(out, `.tray-${String(index)}.png`);
      execFileSync("montage", [...files, "-background", ground, "-geometry", "48x48+20+16", "-tile", "9x1", row]);
      return row;
    });
    execFileSync("convert", [...rows, "-append", "+repage", join(out, "tray-states.png")]);
    execFileSync("rm", rows);
  });
});
