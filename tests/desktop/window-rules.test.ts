import { beforeEach, describe, expect, it } from "vitest";
import { session as electronSession } from "electron";
import { isAppUrl } from "../../electron/desktop/app-origin.ts";
import { contentSecurityPolicy, declareAppScheme, serveApp } from "../../electron/desktop/app-protocol.ts";
import { hardenAllContents, hardenSession } from "../../electron/desktop/window-rules.ts";
import {
  BrowserWindow,
  navigation,
  preventable,
  resetElectron,
  SessionDouble,
  session,
  world,
} from "./support/electron-double.ts";
import { pageFolder } from "./support/start-desktop.ts";

beforeEach(resetElectron);

const pages = () => {
  const real = electronSession.fromPartition("baton");
  const double = session.fromPartition("baton");
  return { real, double };
};

describe("a page", () => {
  it("goes nowhere, opens nothing and embeds nothing", () => {
    const lines: unknown[] = [];
    hardenAllContents((_level, _message, facts) => lines.push(facts?.["what"]));
    const { webContents } = new BrowserWindow();
    for (const event of ["will-navigate", "will-frame-navigate", "will-redirect", "will-attach-webview"]) {
      const attempt = navigation("https://evil.example/");
      webContents.emit(event, attempt);
      expect(attempt.defaultPrevented).toBe(true);
    }
    expect(webContents.openHandler?.({ url: "https://evil.example/" } as never)).toEqual({ action: "deny" });
    expect(lines).toHaveLength(5);
  });

  it("has no permission but to write what the person copies", () => {
    const { real, double } = pages();
    hardenSession(real);
    const requested = (permission: string): boolean | undefined => {
      let answer: boolean | undefined;
      double.permissionRequest?.({} as never, permission as never, (granted) => (answer = granted), {} as never);
      return answer;
    };
    const checked = (permission: string) => double.permissionCheck?.(null, permission as never, "", {} as never);
    const permissions = [
      "notifications",
      "media",
      "geolocation",
      "clipboard-read",
      "openExternal",
      "fileSystem",
      "usb",
    ];
    expect(permissions.filter((one) => requested(one) !== false || checked(one) !== false)).toEqual([]);
    expect(double.deviceCheck?.()).toBe(false);
    expect([requested("clipboard-sanitized-write"), checked("clipboard-sanitized-write")]).toEqual([true, true]);
    expect(double.spellChecker).toBe("off");
  });

  it("loads its own files, connects to nothing and downloads nothing", () => {
    const { real, double } = pages();
    hardenSession(real);
    const cancelled = (url: string): boolean | undefined => {
      let answer: boolean | undefined;
      double.beforeRequest?.({ url }, ({ cancel }) => (answer = cancel));
      return answer;
    };
    expect(cancelled("baton://app/assets/app.js")).toBe(false);
    const foreign = [
      "https://evil.example/",
      "http://127.0.0.1:47800/inbox",
      "ws://x/",
      "file:///etc/passwd",
      "baton://other/",
      "devtools://devtools/x",
      "data:text/html,x",
    ];
    expect(foreign.filter((url) => cancelled(url) !== true)).toEqual([]);
    const download = preventable();
    double.emit("will-download", download);
    expect(download.defaultPrevented).toBe(true);
  });

  it("may show the developer tools where the app is not packaged", () => {
    world.isPackaged = false;
    const { real, double } = pages();
    hardenSession(real);
    const answers: (boolean | undefined)[] = [];
    double.beforeRequest?.({ url: "devtools://devtools/x" }, ({ cancel }) => answers.push(cancel));
    expect(answers).toEqual([false]);
  });
});

describe("baton://app/", () => {
  it("is declared as a secure origin of its own", () => {
    declareAppScheme();
    expect(world.schemes).toEqual([
      { scheme: "baton", privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  async function fetched(url: string, init: RequestInit = {}): Promise<Response> {
    const { real, double } = pages();
    if (double.schemes.size === 0) serveApp(real, pageFolder());
    const handler = double.schemes.get("baton");
    if (!handler) throw new Error("nobody serves baton://");
    return handler(new Request(url, init));
  }

  it("serves the page with a policy that allows its own files alone", async () => {
    const page = await fetched("baton://app/");
    expect([page.status, page.headers.get("content-type"), await page.text()]).toEqual([
      200,
      "text/html; charset=utf-8",
      "<!doctype html><title>Baton</title>",
    ]);
    expect(page.headers.get("content-security-policy")).toBe(contentSecurityPolicy);
    expect(contentSecurityPolicy.startsWith("default-src 'none'; ")).toBe(true);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*|connect-src/);
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await fetched("baton://app/assets/app.js?v=1#x")).headers.get("content-type")).toBe(
      "text/javascript; charset=utf-8",
    );
  });

  it("serves no other file, host or method, however the path is written", async () => {
    const paths = [
      "../package.json",
      "..%2f..%2fetc/passwd",
      "%2e%2e/x",
      "assets/",
      "assets",
      "constructor",
      "index.html%00",
    ];
    const answers = await Promise.all(paths.map((path) => fetched(`baton://app/${path}`)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
    expect((await fetched("baton://other/")).status).toBe(404);
    expect((await fetched("baton://app/", { method: "POST" })).status).toBe(404);
  });

  it("does not start without a page", () => {
    expect(() => serveApp(pages().real, `${pageFolder()}/assets`)).toThrow("index.html");
  });

  it("is told from addresses that look like it", () => {
    expect(["baton://app/", "baton://app/x?y#z"].filter((url) => !isAppUrl(url))).toEqual([]);
    const others = [
      "baton://app.evil/",
      "baton://evil@app/",
      "baton:app",
      "https://app/",
      "about:blank",
      "",
      "file:///app/",
    ];
    expect(others.filter(isAppUrl)).toEqual([]);
  });
});

it("the double's session is the one that the code under test hardens", () => {
  expect(pages().double).toBeInstanceOf(SessionDouble);
});
