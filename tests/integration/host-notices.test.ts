import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startBaton } from "../support/baton-host.ts";
import { describeWith } from "../support/describe-with.ts";
import { eventually } from "../support/eventually.ts";
import { onCallTeam } from "../support/on-call-team.ts";
import { desktopOfTest, pageNeeds, pagesOn } from "../support/pages.ts";

/** A page on the screen, from a Baton that was killed since and has been started again. */
async function pageFromBefore() {
  const desktop = await desktopOfTest({ daemon: "xfce4-notifyd" });
  const baton = await startBaton({ team: onCallTeam(), me: "alice", env: desktop.env });
  await baton.post({ key: "a", title: "Ledger is late", severity: "critical", state: "triggered" });
  await desktop.waitForShown((shown) => shown.length === 1);
  await eventually("what is kept of it", () => existsSync(join(baton.dataDir, "notices.json")) || undefined);
  await baton.kill();
  await baton.start();
  await eventually("the incident", () => baton.rows().size === 1 || undefined);
  return { desktop, baton };
}

describeWith(pageNeeds, "Baton that was killed while a page was on the screen", () => {
  test("takes the page down when it is acknowledged after the restart", async () => {
    const { desktop, baton } = await pageFromBefore();
    expect(desktop.shown()).toHaveLength(1);
    const [id = ""] = baton.rows().keys();
    await baton.client().request("acknowledge", { ids: [id] });
    await desktop.waitForShown((shown) => shown.length === 0);
    expect(pagesOn(desktop)).toHaveLength(1);
    expect(baton.rows().get(id)?.standing).toBe("acknowledged");
  });

  test("hears the page's own button after the restart", async () => {
    const { desktop, baton } = await pageFromBefore();
    await desktop.clickButton("Acknowledge");
    await baton.sees("the acknowledgement", ({ tray }) => tray.state === "acknowledged");
    await desktop.waitForShown((shown) => shown.length === 0);
  });
});
