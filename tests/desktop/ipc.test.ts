import { beforeEach, describe, expect, it } from "vitest";
import { BrowserWindow, resetElectron, world } from "./support/electron-double.ts";
import { done, runRig } from "./support/run-desktop.ts";
import { aRow, aSnapshot } from "./support/views.ts";

beforeEach(resetElectron);

const refused = { ok: false, error: { kind: "disconnected" } };

describe("a request is refused, and does not reach the core,", () => {
  it("where a frame within the page sends it", async () => {
    const { asked, greetedPage, lines } = runRig();
    const page = await greetedPage();
    const frame = { url: "baton://app/" };
    expect(await page.ask("acknowledge", { ids: ["i1"] }, frame)).toEqual(refused);
    expect(asked.map(({ command }) => command)).toEqual(["hello"]);
    expect(lines.at(-1)).toEqual({ message: "a request was refused", facts: { reason: "sender" } });
  });

  it("where the page is at another address", async () => {
    const { asked, greetedPage } = runRig();
    const page = await greetedPage();
    for (const url of ["https://evil.example/", "file:///app/", "baton://other/", "about:blank", ""]) {
      page.mainFrame.url = url;
      expect(await page.ask("hello")).toEqual(refused);
    }
    expect(asked).toHaveLength(1);
  });

  it("where the window is not one of Baton's own, or its frame is gone", async () => {
    const { asked, greetedPage } = runRig();
    const stranger = new BrowserWindow();
    await stranger.loadURL("baton://app/");
    expect(await stranger.webContents.ask("hello")).toEqual(refused);
    const page = await greetedPage();
    expect(await page.ask("hello", {}, null)).toEqual(refused);
    expect(asked).toHaveLength(1);
  });

  it("where the command is not text", async () => {
    const { asked, greetedPage } = runRig();
    const page = await greetedPage();
    for (const command of [undefined, 7, {}, ["hello"]]) {
      expect(await page.ask(command)).toEqual({ ok: false, error: { kind: "unknown-command" } });
    }
    expect(asked).toHaveLength(1);
  });
});

describe("a request of a page", () => {
  it("is answered by the contract: unknown commands and bad input by name", async () => {
    const rig = runRig({ handlers: { acknowledge: () => done } });
    const page = await rig.greetedPage();
    expect(await page.ask("acknowledge", { ids: ["i1"] })).toEqual({ ok: true, value: done });
    expect(await page.ask("constructor")).toEqual({ ok: false, error: { kind: "unknown-command" } });
    expect(await page.ask("acknowledge", { ids: [] })).toMatchObject({ ok: false, error: { kind: "bad-input" } });
  });

  it("for a team file asks the person for one where it names none", async () => {
    const paths: unknown[] = [];
    const rig = runRig({
      handlers: {
        "open-team-file": ({ path }) => {
          paths.push(path);
          return done;
        },
      },
    });
    const page = await rig.greetedPage();
    expect(await page.ask("open-team-file")).toEqual({ ok: true, value: { kind: "done", count: 0 } });
    world.chosenFile = "chosen.yaml";
    expect(await page.ask("open-team-file")).toEqual({ ok: true, value: done });
    await page.ask("open-team-file", { path: "typed.yaml" });
    expect(paths).toEqual(["chosen.yaml", "typed.yaml"]);
  });
});

describe("a page", () => {
  const part = { reset: true, complete: true, rows: [aRow()], removed: [] };

  it("hears nothing before it says hello, then everything as it stands, then what changes", async () => {
    const rig = runRig({ incidents: () => [part] });
    rig.tray.menu!.press("Open Baton");
    const page = rig.console()!.webContents;
    rig.become(aSnapshot());
    expect(page.pushes()).toEqual([]);
    await page.ask("hello");
    expect(page.pushes()).toEqual([]);
    await new Promise(setImmediate);
    const now = { push: "snapshot", payload: aSnapshot() };
    expect(page.pushes()).toEqual([now, { push: "incidents", payload: part }]);
    rig.become(aSnapshot({ version: "2" }));
    expect(page.pushes().at(-1)).toEqual({ push: "snapshot", payload: aSnapshot({ version: "2" }) });
  });

  it("that is gone is told nothing more", async () => {
    const rig = runRig();
    const page = await rig.greetedPage();
    rig.console()!.close();
    const heard = page.heard.length;
    rig.become(aSnapshot());
    expect(page.heard).toHaveLength(heard);
  });

  it("is shown what a click asks for, when it says hello or at once", async () => {
    const rig = runRig();
    rig.core.push({ push: "navigate", payload: { view: "now", incident: "i1" } });
    const page = rig.console()!.webContents;
    await page.ask("hello");
    await new Promise(setImmediate);
    expect(page.pushes().at(-1)).toEqual({ push: "navigate", payload: { view: "now", incident: "i1" } });
    rig.core.push({ push: "navigate", payload: { view: "settings" } });
    expect(page.pushes().at(-1)).toEqual({ push: "navigate", payload: { view: "settings" } });
  });
});
