import { expect, it } from "vitest";
import { startAlertmanager, type RealAlertmanager } from "../support/alertmanager.ts";
import { startBaton, type BatonHost } from "../support/baton-host.ts";
import { describeWith } from "../support/describe-with.ts";
import { eventually } from "../support/eventually.ts";
import { desktopOfTest, isPage, pageNeeds } from "../support/pages.ts";
import { alertmanagerProgram } from "../support/alertmanager.ts";
import { adaAndBen } from "../support/team-files.ts";
import { closeBrowserAfterAll, openWindow } from "../support/window.ts";

/* The main job with real parts: Alertmanager, a notification daemon on a session bus, Chromium, SQLite. */

const late = {
  labels: { alertname: "ProfitLate", pipeline: "agg_profit", severity: "page" },
  annotations: { summary: "Aggregate profit has not finished by 06:00" },
};

const activeSilences = async (alertmanager: RealAlertmanager) =>
  (await alertmanager.silences()).filter(({ status }) => status.state === "active");

const oneSilence = (alertmanager: RealAlertmanager) =>
  eventually("one silence", async () => {
    const [silence, ...others] = await activeSilences(alertmanager);
    return silence && others.length === 0 ? silence : undefined;
  });

async function expectTaken(baton: BatonHost, alertmanager: RealAlertmanager): Promise<void> {
  const silence = await oneSilence(alertmanager);
  expect(silence).toMatchObject({ createdBy: "Ada Lovelace" });
  const matchers = (
    silence as unknown as { readonly matchers: readonly { readonly name: string; readonly value: string }[] }
  ).matchers;
  expect(
    Object.fromEntries(matchers.filter(({ value }) => value !== "").map(({ name, value }) => [name, value])),
  ).toEqual(late.labels);
  await baton.sees(
    "the acknowledgement confirmed",
    ({ current, tray }) => tray.state === "acknowledged" && current?.delivery?.kind === "confirmed",
  );
}

describeWith([...pageNeeds, alertmanagerProgram, "chromium"], "the main job", () => {
  closeBrowserAfterAll();

  it("pages by a native notification, whose own button acknowledges in Alertmanager and quiets everything", async () => {
    const [alertmanager, desktop] = await Promise.all([
      startAlertmanager(),
      desktopOfTest({ daemon: "xfce4-notifyd" }),
    ]);
    const baton = await startBaton({ team: adaAndBen([alertmanager.url]), me: "ada", env: desktop.env });
    const window = await openWindow(baton);
    await window.getByRole("heading", { name: "All quiet" }).waitFor();

    await alertmanager.fire(late);
    const call = await desktop.waitForNotify(isPage);
    expect(call).toMatchObject({ summary: "Critical · Aggregate Profit" });
    expect(call.body).toMatch(
      /^Aggregate profit has not finished by 06:00\nRespond by \d\d:\d\d · pages Ben Franklin at \d\d:\d\d$/,
    );
    const current = window.getByRole("region", { name: "Current incident" });
    await current.getByText("Aggregate profit has not finished by 06:00").waitFor();
    expect(await window.getByRole("timer", { name: "Escalates" }).textContent()).toMatch(/1[45]:\d\d/);

    await desktop.clickButton("Acknowledge");
    await expectTaken(baton, alertmanager);
    await desktop.waitForShown((shown) => shown.length === 0);
    await current
      .getByText(/Acknowledged/)
      .first()
      .waitFor();
    expect(await current.getByRole("button", { name: "Acknowledge" }).count()).toBe(0);
    expect(desktop.notifyCalls().filter(isPage)).toHaveLength(1);

    await alertmanager.end(late);
    await baton.sees("all quiet", ({ tray, current: open }) => tray.state === "on" && open === undefined);
    await window.getByRole("heading", { name: "All quiet" }).waitFor();
  });

  it("is acknowledged in the window with the keyboard alone, and given back", async () => {
    const [alertmanager, desktop] = await Promise.all([startAlertmanager(), desktopOfTest()]);
    const baton = await startBaton({ team: adaAndBen([alertmanager.url]), me: "ada", env: desktop.env });
    const window = await openWindow(baton);
    await alertmanager.fire(late);
    await desktop.waitForNotify(isPage);
    await window.getByRole("button", { name: "Acknowledge" }).waitFor();

    await window.keyboard.press("a");
    await expectTaken(baton, alertmanager);
    await desktop.waitForShown((shown) => shown.length === 0);

    await window.keyboard.press("n");
    await window.getByRole("dialog").getByRole("textbox").and(window.locator(":focus")).waitFor();
    await window.keyboard.type("Restarted the loader");
    await window.keyboard.press("Control+Enter");
    await window.getByRole("dialog").waitFor({ state: "hidden" });
    await window.getByRole("list", { name: "Timeline" }).getByText("Restarted the loader").waitFor();

    await window.keyboard.press("2");
    await window
      .getByRole("grid", { name: "Incidents" })
      .getByText("Aggregate profit has not finished by 06:00")
      .waitFor();
    await window.keyboard.press("1");
    const giveBack = window.getByRole("button", { name: "Take back" });
    await giveBack.focus();
    await window.keyboard.press("Enter");
    await eventually("the silence to be ended", async () =>
      (await activeSilences(alertmanager)).length === 0 ? true : undefined,
    );
    await baton.sees("triggered again", ({ tray }) => tray.state === "triggered");
  });

  it("says in the window when the source is stale and blind, and when the host is gone", async () => {
    const alertmanager = await startAlertmanager();
    const baton = await startBaton({ team: adaAndBen([alertmanager.url]), me: "ada" });
    const window = await openWindow(baton);
    await window.getByRole("heading", { name: "All quiet" }).waitFor();
    await alertmanager.kill();
    await window
      .getByRole("alert")
      .getByText(/Production has not answered/)
      .waitFor({ timeout: 20_000 });
    await baton.sees("blindness", ({ tray }) => tray.state === "blind", 30_000);
    await alertmanager.start();
    await baton.sees("recovery", ({ tray }) => tray.state === "on");
    await baton.kill();
    await window.getByText(/host is not answering/).waitFor();
    await baton.start();
  });
});
