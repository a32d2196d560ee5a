import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { launch } from "../../electron/desktop/launch.ts";
import { eventually } from "../support/eventually.ts";
import { scratchDir } from "../support/scratch-dir.ts";
import { app, resetElectron, world } from "./support/electron-double.ts";

beforeEach(resetElectron);

const processEvents = ["SIGTERM", "SIGINT", "SIGHUP", "uncaughtException", "unhandledRejection"];

/** Launches with a command line; what it listens to on this process goes with the test. */
function launched(...args: readonly string[]) {
  const before = new Set(processEvents.flatMap((event) => process.rawListeners(event)));
  onTestFinished(() => {
    for (const event of processEvents) {
      for (const listener of process.rawListeners(event)) {
        if (!before.has(listener)) process.off(event, listener as () => void);
      }
    }
  });
  const root = scratchDir();
  mkdirSync(join(root, "dist", "renderer"), { recursive: true });
  writeFileSync(join(root, "dist", "renderer", "index.html"), "");
  const printed: string[] = [];
  const complaints: string[] = [];
  launch({
    argv: ["/opt/baton", ...args],
    env: {},
    platform: "darwin",
    root,
    print: (words) => printed.push(words),
    complain: (words) => complaints.push(words),
  });
  return { printed, complaints };
}

it("a wrong command line ends with exit code 2 and what is right", () => {
  const { complaints } = launched("--prot", "1");
  expect([world.exits, world.schemes]).toEqual([[2], []]);
  expect(complaints.join()).toContain("--port N");
});

it("--help prints the usage", () => {
  const { printed } = launched("--help");
  expect(world.exits).toEqual([0]);
  expect(printed.join()).toContain("Usage:");
});

it("a second Baton over the same data leaves the work to the first", async () => {
  world.lock = "held";
  launched("--data", scratchDir());
  await new Promise(setImmediate);
  expect([world.exits, world.trays, world.windows]).toEqual([[0], [], []]);
});

it("before Electron is ready pages are sandboxed, the scheme is declared, and each data directory has its own lock", () => {
  const dir = scratchDir();
  world.lock = "held";
  launched("--data", dir);
  expect([world.sandbox, world.userModelId]).toEqual(["on", "app.baton.desktop"]);
  expect([...world.paths]).toEqual([["userData", join(dir, "electron")]]);
  expect(world.schemes.map(({ scheme }) => scheme)).toEqual(["baton"]);
});

it("--print-url prints one line of JSON with the inbox once it listens, and opens no window; SIGTERM's handler quits", async () => {
  const { printed } = launched("--data", scratchDir(), "--port", "0", "--print-url");
  const [line] = await eventually("the line", () => (printed.length > 0 ? printed : undefined));
  const { url, inbox } = JSON.parse(line!) as { url: string; inbox: { url: string; token: string } };
  expect(url).toBe("baton://app/");
  expect(inbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/inbox$/);
  const empty = {
    method: "POST",
    headers: { authorization: `Bearer ${inbox.token}`, "content-type": "application/json" },
    body: "[]",
  };
  expect((await fetch(inbox.url, empty)).status).not.toBe(401);
  expect(world.windows).toEqual([]);
  process.listeners("SIGTERM").at(-1)?.("SIGTERM");
  await eventually("the end", () => world.exits.length > 0 || undefined);
  expect(world.exits).toEqual([0]);
  await expect(fetch(inbox.url, empty)).rejects.toThrow();
});

it("without --no-open the console opens", async () => {
  launched("--data", scratchDir(), "--port", "0");
  await eventually("the console", () => world.windows[0]);
  app.quit();
  await eventually("the end", () => world.exits.length > 0 || undefined);
});

it("where it cannot start it ends with exit code 1, and says why in a dialog", async () => {
  const file = join(scratchDir(), "file");
  writeFileSync(file, "");
  const { complaints } = launched("--data", join(file, "below"));
  await eventually("the end", () => world.exits.length > 0 || undefined);
  expect(world.exits).toEqual([1]);
  expect(world.messages).toMatchObject([{ message: "Baton could not start", detail: complaints[0] }]);
});
