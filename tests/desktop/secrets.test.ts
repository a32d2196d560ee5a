import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { openSafeSecrets } from "../../electron/desktop/secrets.ts";
import { never } from "./support/run-desktop.ts";
import { scratchDir } from "../support/scratch-dir.ts";
import { resetElectron, safeStorage, world } from "./support/electron-double.ts";
import { night } from "./support/views.ts";

beforeEach(resetElectron);

const open = (dir: string, platform: NodeJS.Platform = "linux", limitMs = 5_000) =>
  openSafeSecrets(dir, { platform, now: () => night, log: () => undefined, limitMs });

describe("secrets with a keyring", () => {
  it("are there again after a restart, encrypted in a file of their owner's", async () => {
    const dir = scratchDir();
    const first = await open(dir);
    expect(first.keeping).toBe("keyring");
    expect(
      [first.set("slack-ops", "https://hooks/T0"), first.set("b", "2"), first.remove("b")].every(({ ok }) => ok),
    ).toBe(true);
    const second = await open(dir);
    expect([second.names(), second.get("slack-ops"), second.get("constructor")]).toEqual([
      ["slack-ops"],
      "https://hooks/T0",
      undefined,
    ]);
    const path = join(dir, "secrets.sealed");
    expect(readFileSync(path, "utf8")).not.toMatch(/slack-ops|hooks\/T0/);
    if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("look different on disk each time they are written", async () => {
    const dir = scratchDir();
    const secrets = await open(dir);
    const written = ["same", "same"].map((value) => {
      secrets.set("a", value);
      return readFileSync(join(dir, "secrets.sealed"), "utf8");
    });
    expect(written[0]).not.toBe(written[1]);
  });

  it("are kept aside, not lost, where the keyring is another one or the file was changed", async () => {
    const dir = scratchDir();
    (await open(dir)).set("a", "1");
    world.keyringKey = "two";
    const second = await open(dir);
    expect([second.keeping, second.names()]).toEqual(["keyring", []]);
    expect(readdirSync(dir)).toEqual(["secrets.sealed.corrupt-2027-01-08T03-00-00.000Z"]);
    second.set("a", "2");
    const path = join(dir, "secrets.sealed");
    const file = JSON.parse(readFileSync(path, "utf8")) as { readonly key: string; readonly values: string };
    const bytes = Buffer.from(file.values, "base64");
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    for (const text of [JSON.stringify({ ...file, values: bytes.toString("base64") }), "{", "{}"]) {
      writeFileSync(path, text);
      expect((await open(dir)).names()).toEqual([]);
    }
  });

  it("that cannot be written are not said to be kept", async () => {
    const secrets = await open(join(scratchDir(), "gone"));
    expect(secrets.set("a", "1")).toMatchObject({ ok: false, error: { code: "ENOENT" } });
    expect(secrets.get("a")).toBeUndefined();
  });
});

describe("secrets stay in memory, and say so,", () => {
  const expectMemory = async (dir: string, platform?: NodeJS.Platform) => {
    const secrets = await open(dir, platform, 50);
    expect([secrets.keeping, secrets.set("a", "1").ok, secrets.get("a")]).toEqual(["memory", true, "1"]);
    expect(readdirSync(dir)).toEqual([]);
  };

  it("where the backend is basic_text, whose password everybody knows", async () => {
    world.keyring = "basic_text";
    await expectMemory(scratchDir());
    expect((await open(scratchDir(), "win32")).keeping).toBe("keyring");
  });

  it("where there is no keyring, or nobody knows which", async () => {
    world.keyring = "absent";
    await expectMemory(scratchDir(), "darwin");
    world.keyring = "unknown";
    await expectMemory(scratchDir());
  });

  it("where the keyring refuses, or waits for a password that nobody gives", async () => {
    const { encryptStringAsync } = safeStorage;
    try {
      safeStorage.encryptStringAsync = () => Promise.reject(new Error("locked"));
      await expectMemory(scratchDir());
      safeStorage.encryptStringAsync = never;
      await expectMemory(scratchDir());
    } finally {
      safeStorage.encryptStringAsync = encryptStringAsync;
    }
  });
});
