import { beforeEach, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "../support/eventually.ts";
import { resetElectron, world } from "./support/electron-double.ts";
import { startDesktop } from "./support/start-desktop.ts";

beforeEach(resetElectron);

const incident = { key: "first", title: "Rows are missing", severity: "critical", state: "triggered" };

const send = (inbox: { readonly url: string; readonly token: string }, body: object) =>
  fetch(inbox.url, {
    method: "POST",
    headers: { authorization: `Bearer ${inbox.token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

it("an incident sent to the inbox of the desktop host pages, counts in the tray, and is acknowledged from its menu", async () => {
  const desktop = await startDesktop();
  const tray = desktop.tray();
  const sent = await send(desktop.inbox, incident);
  expect(sent.status).toBe(202);
  await eventually("the tray to count", () => tray.image.path.includes("triggered-1") || undefined);
  const notification = await eventually("a notification", () =>
    world.notifications.find(({ state }) => state === "shown"),
  );
  expect(notification.options.body).toContain("Rows are missing");

  tray.emit("right-click");
  const menu = tray.popups.at(-1)!;
  const item = menu.labels().find((label) => label.startsWith("Acknowledge: Critical"))!;
  menu.press(item);

  await eventually("the tray to show it acknowledged", () => tray.image.path.includes("acknowledged") || undefined);
  await eventually("the notification to go", () => notification.state === "closed" || undefined);
});

it("the notification's own button acknowledges", async () => {
  const desktop = await startDesktop();
  await send(desktop.inbox, incident);
  const notification = await eventually("a notification", () =>
    world.notifications.find(({ state }) => state === "shown"),
  );
  notification.press("Acknowledge");
  await eventually(
    "the tray to show it acknowledged",
    () => desktop.tray().image.path.includes("acknowledged") || undefined,
  );
});

it("a click on the notification opens the console, whose page is told what to show once it has said hello", async () => {
  const desktop = await startDesktop();
  await send(desktop.inbox, incident);
  const notification = await eventually("a notification", () =>
    world.notifications.find(({ state }) => state === "shown"),
  );
  notification.emit("click", {});
  const page = (await eventually("the console", () => world.windows[0])).webContents;
  expect(page.pushes()).toEqual([]);

  const reply = await page.ask("hello");
  expect(reply).toMatchObject({ ok: true, value: { host: "desktop", trayAvailable: true, counts: { triggered: 1 } } });
  const told = await eventually("navigation", () => page.pushes().find(({ push }) => push === "navigate"));
  expect(told.payload).toMatchObject({ view: "now" });
  expect(
    page
      .pushes()
      .slice(0, 2)
      .map(({ push }) => push),
  ).toEqual(["snapshot", "incidents"]);
});

it("what was open is open after a restart over the same data", async () => {
  const first = await startDesktop();
  await send(first.inbox, incident);
  await eventually("a notification", () => world.notifications.find(({ state }) => state === "shown"));
  await first.quit();
  expect(first.tray().state).toBe("destroyed");
  resetElectron();

  const second = await startDesktop({ dataDir: first.dataDir });
  await eventually("the tray to count", () => second.tray().image.path.includes("triggered-1") || undefined);
});

it("two hosts never share a data directory", async () => {
  const { dataDir } = await startDesktop();
  resetElectron();
  await expect(startDesktop({ dataDir })).rejects.toThrow("running");
});

it("quitting ends within two seconds and keeps the console's place", async () => {
  const desktop = await startDesktop({ args: [] });
  desktop.tray().emit("click", {}, { x: 1700, y: 0, width: 24, height: 24 });
  desktop.tray().emit("right-click");
  desktop.tray().popups.at(-1)!.press("Open Baton");
  const console = world.windows.find(({ options }) => options.frame !== false)!;
  console.bounds = { x: 100, y: 120, width: 1000, height: 700 };
  const began = performance.now();
  await desktop.quit();
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(world.exits).toEqual([0]);
  const documents: unknown = JSON.parse(readFileSync(join(desktop.dataDir, "documents.json"), "utf8"));
  expect(documents).toMatchObject({ "console-place": { x: 100, y: 120, width: 1000, height: 700, maximized: false } });
});
