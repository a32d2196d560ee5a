import { beforeEach, describe, expect, it } from "vitest";
import { err, ok } from "../../shared/result.ts";
import { setAppMenu } from "../../electron/desktop/app-menu.ts";
import { shellOpener } from "../../electron/desktop/opener.ts";
import { ownArguments } from "../../electron/desktop/own-arguments.ts";
import { dataDirWords } from "../../electron/node/start-failure.ts";
import { desktopShowsTray } from "../../electron/desktop/tray-presence.ts";
import type { Transport } from "../../shared/rpc/define.ts";
import { ipcRenderer, resetElectron, world } from "./support/electron-double.ts";
import { night } from "./support/views.ts";

beforeEach(resetElectron);

describe("links", () => {
  it("are opened over http and https, and refused over everything else", async () => {
    expect(await shellOpener.open("https://example.com/a b")).toEqual(ok(undefined));
    const refused = ["file:///etc/passwd", "javascript:alert(1)", "ms-settings:", "smb://host/x", "example.com", ""];
    for (const url of refused) expect(await shellOpener.open(url)).toEqual(err({ kind: "refused" }));
    expect(world.opened).toEqual(["https://example.com/a%20b"]);
    world.openFails = true;
    expect(await shellOpener.open("https://example.com/")).toEqual(err({ kind: "failed" }));
  });
});

describe("the command line", () => {
  it("is what follows the app's folder in development, and everything after the program when packaged", () => {
    const packaged = ["/opt/baton", "--team", "t.yaml", "--no-open"];
    expect(ownArguments(packaged, "packaged")).toEqual(["--team", "t.yaml", "--no-open"]);
    const started = ["/electron", "--inspect=0", "--remote-debugging-port=0", ".", "--me", "bob"];
    expect(ownArguments(started, "development")).toEqual(["--me", "bob"]);
  });

  it("leaves out what drivers and systems add", () => {
    const added = ["/opt/baton", "--remote-debugging-port=0", "--no-sandbox", "-psn_0_1", "--print-url"];
    expect(ownArguments(added, "packaged")).toEqual(["--print-url"]);
  });
});

it("the preload hands the page two functions and nothing else", async () => {
  await import("../../electron/preload/preload.ts");
  const baton = world.exposed.get("baton") as Transport;
  expect([[...world.exposed.keys()], Object.keys(baton).sort()]).toEqual([["baton"], ["onPush", "request"]]);
  expect(await baton.request("hello", { a: 1 })).toBe("reply");
  expect(world.invoked).toEqual([["baton:request", "hello", { a: 1 }]]);
  const heard: unknown[] = [];
  const cancel = baton.onPush((...push) => heard.push(push));
  ipcRenderer.emit("baton:push", { sender: "not for the page" }, "snapshot", { version: "1" });
  cancel();
  ipcRenderer.emit("baton:push", {}, "snapshot", {});
  expect(heard).toEqual([["snapshot", { version: "1" }]]);
});

it("Electron's own menu, with its keys for reloading and developer tools, is gone", () => {
  setAppMenu("linux");
  expect(world.appMenu).toBeNull();
  setAppMenu("darwin");
  expect(world.appMenu?.items.map(({ role }) => role)).toEqual(["appMenu", "editMenu", "windowMenu"]);
});

it("a tray is taken for granted on macOS and Windows, and not on a Linux without a bus", async () => {
  const env = { DBUS_SESSION_BUS_ADDRESS: "unix:path=/nonexistent/bus" };
  expect([await desktopShowsTray("darwin", env), await desktopShowsTray("win32", env)]).toEqual([true, true]);
  expect(await desktopShowsTray("linux", env)).toBe(false);
});

it("a start that fails says why and what can be done", () => {
  const holder = { pid: 7, host: "browser", startedAt: night } as const;
  expect(dataDirWords({ kind: "running", dir: "d", holder })).toBe(
    "Baton is already running over d (browser host, process 7, since 2027-01-08T03:00:00.000Z). End it first, or give this one its own --data directory.",
  );
  expect(dataDirWords({ kind: "data-dir", dir: "d", failure: { kind: "read-only", code: "EROFS" } })).toBe(
    "The data directory d cannot be used (EROFS). Give another with --data.",
  );
});
