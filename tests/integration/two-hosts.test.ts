import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, it } from "vitest";
import {
  alertmanagerProgram,
  startAlertmanager,
  type RealAlert,
  type RealAlertmanager,
} from "../support/alertmanager.ts";
import { startBaton, type BatonHost } from "../support/baton-host.ts";
import { tabAndPress, tabTo } from "../support/by-keyboard.ts";
import { describeWith } from "../support/describe-with.ts";
import { eventually } from "../support/eventually.ts";
import { shareSampleTeam } from "../support/shared-team.ts";
import { closeBrowserAfterAll, openWindow } from "../support/window.ts";

/*
 * A shift with all of its parts, from the page to the next person: two hosts, each with a data folder of its own, over one team
 * folder, with a real Alertmanager, and in Chromium by keyboard alone.
 */

const late: RealAlert = {
  labels: { alertname: "SourceUnavailable", pipeline: "aggregate_profit", severity: "page" },
  annotations: { summary: "Source unavailable: no rows of the newest month" },
};
const dropped: RealAlert = {
  labels: { alertname: "RowsDropped", pipeline: "daily_growth", severity: "page" },
  annotations: { summary: "Rows of daily growth dropped by 40 %" },
};

const firstStep = "Acknowledge, and say in the log that you are looking.";

const primary = (baton: BatonHost): readonly string[] =>
  baton
    .snapshot()
    .shift.onCallNow.flatMap(({ people }) => people)
    .filter(({ role }) => role === "primary")
    .map(({ name }) => name);

const silencedBy = (alertmanager: RealAlertmanager, alert: RealAlert): Promise<string> =>
  eventually("the silence", async () => {
    const silences = await alertmanager.silences();
    const { alertname } = alert.labels;
    return silences.find(({ matchers }) => matchers.some(({ value }) => value === alertname))?.createdBy;
  });

const titleOf = ({ annotations }: RealAlert): string => annotations?.["summary"] ?? "";

/** Takes the current incident by its key, and sees that its source knows. */
async function acknowledge(page: Page, alertmanager: RealAlertmanager, alert: RealAlert): Promise<void> {
  const current = page.getByRole("region", { name: "Current incident" });
  await current.getByRole("heading", { name: titleOf(alert) }).waitFor();
  await current.getByRole("button", { name: "Acknowledge" }).waitFor();
  await page.keyboard.press("a");
  expect(await silencedBy(alertmanager, alert)).toBe("Alice");
}

describeWith([alertmanagerProgram, "chromium"], "a shift from the page to the next person", () => {
  closeBrowserAfterAll();

  it("002-4 002-7 is carried by keyboard alone", { timeout: 120_000 }, async () => {
    const alertmanager = await startAlertmanager();
    const team = shareSampleTeam(alertmanager);
    const [alice, bob] = await Promise.all([
      startBaton({ teamFile: team.teamFile, me: "alice" }),
      startBaton({ teamFile: team.teamFile, me: "bob" }),
    ]);
    const page = await openWindow(alice);
    await page.getByRole("heading", { name: "All quiet" }).waitFor();
    expect([primary(alice), primary(bob)]).toEqual([["Alice"], ["Alice"]]);

    // The alert is taken, and its runbook is followed beside it.
    await alertmanager.fire(late);
    await acknowledge(page, alertmanager, late);
    const runbook = page.getByRole("region", { name: "Runbook" });
    await runbook.getByRole("heading", { name: "Source unavailable" }).waitFor();
    await tabAndPress(page, runbook.getByRole("checkbox", { name: firstStep }), "Space");
    await runbook.getByText("1 of 9 done").waitFor();
    await runbook.getByRole("listitem").filter({ hasText: firstStep }).getByText("Alice").waitFor();

    // A second service has no runbook: what is known of it becomes the draft of one.
    await alertmanager.fire(dropped);
    await runbook.getByText("No runbook for Daily Growth for Experiments").waitFor();
    await page.keyboard.press("n");
    const note = page.getByRole("dialog");
    await note.getByRole("textbox").and(page.locator(":focus")).waitFor();
    await page.keyboard.type("Ran the import again");
    await page.keyboard.press("Control+Enter");
    await note.waitFor({ state: "hidden" });
    await acknowledge(page, alertmanager, dropped);
    await alertmanager.end(dropped);
    await tabAndPress(page, page.getByRole("button", { name: "Look at the draft" }), "Enter");
    const editor = page.getByRole("dialog", { name: "Draft of a runbook" });
    await tabAndPress(page, editor.getByRole("button", { name: "Write into the folder" }), "Enter");
    await editor.waitFor({ state: "hidden" });
    const written = await eventually("the draft's file", () =>
      readdirSync(join(team.dir, "runbooks")).find((name) => name.includes("daily-growth")),
    );
    expect(readFileSync(join(team.dir, "runbooks", written), "utf8")).toContain("Ran the import again");
    await page.keyboard.press("5");
    console.log(await page.locator("main").ariaSnapshot());
    console.log(JSON.stringify(bob.snapshot().runbooks.tasks), JSON.stringify(alice.snapshot().runbooks.tasks), bob.trays(), bob.snapshot().counts, bob.snapshot().current?.id);
  });
});
