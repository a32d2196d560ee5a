import { expect, it } from "vitest";
import { sending, startServer } from "../support/bad-server.ts";
import { startBaton } from "../support/baton-host.ts";
import { describeWith } from "../support/describe-with.ts";
import { watchHarm } from "../support/inert.ts";
import { adaAndBen } from "../support/team-files.ts";
import { closeBrowserAfterAll, openWindow } from "../support/window.ts";
import { hostileFamilies, hostileText } from "../page/hostile-text.ts";

describeWith(["chromium"], "a runbook made to do harm", () => {
  closeBrowserAfterAll();

  it(
    "is inert in all nine families, under the host's own policy, in Now and in its view",
    { timeout: 180_000 },
    async () => {
      const home = await startServer(sending(200, "globalThis.ran0=1"));
      expect(Object.keys(hostileFamilies(home.url))).toHaveLength(9);
      const team = adaAndBen([]).replace("runbook: runbooks/agg-profit.md", "runbook: hostile.md");
      const baton = await startBaton({
        team: team.replace(/\nsources:[^]*$/, "\n"),
        me: "ada",
        files: { "hostile.md": hostileText(home.url) },
      });
      const title = "Late ledger";
      await baton.post({ key: "late", title, severity: "critical", state: "triggered", service: "agg-profit" });
      await baton.sees("the incident", ({ current }) => current?.runbook.kind === "found");

      const page = await openWindow(baton);
      await page.getByRole("status", { name: "Shift" }).waitFor();
      const harm = watchHarm(page);
      const runbook = page.getByRole("region", { name: "Runbook" });
      await runbook.getByRole("heading", { name: title }).waitFor();
      await runbook.getByRole("button", { name: "Read all of it" }).click();
      await page.getByRole("article").getByRole("heading", { name: "The end" }).waitFor({ state: "attached" });
      for (const link of await page.locator(".md :is(a, button.md-link)").all()) {
        await link.focus();
        await link.dispatchEvent("pointerover");
        await link.dispatchEvent("click");
        await page.keyboard.press("Escape");
      }
      await page.getByRole("article").press("End");
      expect(await harm()).toEqual({ ran: [], called: [], left: [], opened: 0, planted: [] });
      expect(home.requests).toEqual([]);
    },
  );
});
