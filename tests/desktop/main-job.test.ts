import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { alertmanagerProgram, startAlertmanager, type RealAlertmanager } from "../support/alertmanager.ts";
import { describeWith } from "../support/describe-with.ts";
import { eventually } from "../support/eventually.ts";
import { scratchDir } from "../support/scratch-dir.ts";
import { resetElectron, world, type Notification } from "./support/electron-double.ts";
import { startDesktop, type RunningDesktop } from "./support/start-desktop.ts";

beforeEach(resetElectron);

const limitMs = 20_000;

const teamText = (url: string): string => `baton: 1
team: { id: de, name: Data Engineering, timezone: UTC, workingHours: { days: [mon, tue, wed, thu, fri], from: "09:00", to: "17:00" } }
people: [{ id: alice, name: Alice }, { id: emily, name: Emily }]
services:
  - { id: agg-profit, name: Aggregate Profit, owners: { primary: alice }, schedule: weekly, sla: standard, escalation: standard, match: { pipeline: [agg_profit] } }
schedules:
  - id: weekly
    timezone: UTC
    rotations:
      - { role: primary, participants: [alice], shift: { every: 1, unit: week }, start: 2024-01-01 }
slas: [{ id: standard, critical: { respond: 1h, resolve: 4h } }]
escalations:
  - { id: standard, steps: [{ after: 0m, notify: [primary], via: [desktop] }, { after: 15m, notify: ["person:emily"], via: [desktop] }] }
sources: [{ id: prod, kind: alertmanager, url: "${url}", poll: 1s, severity: { page: critical } }]
`;

const alert = {
  labels: { alertname: "LedgerLate", pipeline: "agg_profit", severity: "page" },
  annotations: { summary: "Ledger is late" },
};

async function start(alertmanager: RealAlertmanager): Promise<RunningDesktop> {
  const team = join(scratchDir(), "team.yaml");
  writeFileSync(team, teamText(alertmanager.url));
  return startDesktop({ args: ["--team", team, "--me", "alice"] });
}

const shown = (desktop: RunningDesktop, state: string) =>
  eventually(
    `the tray to be ${state}`,
    () => desktop.tray().image.path.includes(`${state}-16.png`) || undefined,
    limitMs,
  );

const notification = (): Promise<Notification> =>
  eventually("a notification", () => world.notifications.find(({ state }) => state === "shown"), limitMs);

const activeSilence = (alertmanager: RealAlertmanager) =>
  eventually(
    "a silence in Alertmanager",
    async () => (await alertmanager.silences()).find(({ status }) => status.state === "active"),
    limitMs,
  );

describeWith([alertmanagerProgram], "an alert that fires in a real Alertmanager", () => {
  it(
    "000-5 pages within one poll, and one click in the tray's menu acknowledges it there and quiets everything",
    { timeout: 60_000 },
    async () => {
      const alertmanager = await startAlertmanager();
      const desktop = await start(alertmanager);
      await shown(desktop, "on");
      await alertmanager.fire(alert);

      const page = await notification();
      expect(page.options.title).toBe("Critical · Aggregate Profit");
      expect(page.options.body).toMatch(/^Ledger is late\nRespond by \S+.* · pages Emily at \S+/);
      await shown(desktop, "triggered-1");
      expect(desktop.tray().tooltip).toMatch(/^On call.* · 1 open · pages Emily in 1[45]:\d\d$/);

      desktop.tray().emit("right-click");
      desktop.tray().popups.at(-1)!.press("Acknowledge: Critical · Aggregate Profit · Ledger is late");

      const silence = await activeSilence(alertmanager);
      expect(silence.matchers.map(({ name, value, isRegex }) => [name, value, isRegex]).sort()).toEqual(
        Object.entries(alert.labels)
          .map(([name, value]) => [name, value, false])
          .sort(),
      );
      await shown(desktop, "acknowledged");
      expect(page.state).toBe("closed");
      expect(world.notifications.filter(({ state }) => state === "shown")).toEqual([]);
    },
  );

  it("is acknowledged there by the notification's own button", { timeout: 60_000 }, async () => {
    const alertmanager = await startAlertmanager();
    const desktop = await start(alertmanager);
    await alertmanager.fire(alert);
    (await notification()).press("Acknowledge");
    expect((await activeSilence(alertmanager)).createdBy).toMatch(/alice/i);
    await shown(desktop, "acknowledged");
  });
});
