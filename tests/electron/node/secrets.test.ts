import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ok } from "../../../shared/result.ts";
import { instant } from "../../../shared/time/instant.ts";
import { openSecrets, type OpenedSecrets } from "../../../electron/node/secrets.ts";
import { secretsContract } from "../../ports/secrets.ts";
import { memorySecrets } from "../../support/memory-secrets.ts";
import { scratchDir } from "../../support/scratch-dir.ts";

const now = (): ReturnType<typeof instant> => instant(Date.UTC(2027, 0, 4, 8));
const open = (dir: string, env: Readonly<Record<string, string>> = {}): OpenedSecrets => openSecrets(dir, { env, now });
const modeOf = (path: string): number => statSync(path).mode & 0o777;

secretsContract("a file", () => open(scratchDir()).secrets);
secretsContract("memory", () => memorySecrets());

describe("secrets in a file", () => {
  it("000-14 are there after a restart, in a file that only its owner reads", () => {
    const dir = scratchDir();
    const { secrets, problem } = open(dir);
    expect([secrets.keeping, problem]).toEqual(["file", undefined]);
    secrets.set("slack-ops", "s3cret");
    expect(open(dir).secrets.get("slack-ops")).toBe("s3cret");
    expect(modeOf(join(dir, "secrets.json"))).toBe(0o600);
  });

  it("give way to the environment, which is not written down", () => {
    const dir = scratchDir();
    open(dir).secrets.set("slack-ops", "from the file");
    const { secrets } = open(dir, {
      BATON_SECRET_SLACK_OPS: "from the environment",
      BATON_SECRET_EMPTY: "",
      HOME: "x",
    });
    expect([secrets.get("slack-ops"), secrets.names()]).toEqual(["from the environment", ["slack-ops"]]);
    secrets.set("other", "1");
    expect(readFileSync(join(dir, "secrets.json"), "utf8")).not.toContain("from the environment");
    expect(open(dir).secrets.get("slack-ops")).toBe("from the file");
  });

  it.runIf(process.platform !== "win32")(
    "are not taken from a file that others may read, which is said and left alone",
    () => {
      const dir = scratchDir();
      const path = join(dir, "secrets.json");
      writeFileSync(path, `{"slack-ops":"s3cret"}`);
      chmodSync(path, 0o640);
      const { secrets, problem } = open(dir, { BATON_SECRET_PROD: "env" });
      expect(problem).toEqual({ kind: "readable-by-others", path, mode: 0o640 });
      expect([secrets.keeping, secrets.names()]).toEqual(["memory", ["prod"]]);
      expect(secrets.set("slack-ops", "new")).toEqual(ok(undefined));
      expect(secrets.get("slack-ops")).toBe("new");
      expect(readFileSync(path, "utf8")).toBe(`{"slack-ops":"s3cret"}`);
    },
  );

  it.each(["{ broken", "[]", `{"a":1}`])("keep a file that says %j aside, without repeating what it says", (text) => {
    const dir = scratchDir();
    const path = join(dir, "secrets.json");
    writeFileSync(path, text, { mode: 0o600 });
    const { secrets, problem } = open(dir);
    const aside = `${path}.corrupt-2027-01-04T08-00-00.000Z`;
    expect(problem).toEqual({ kind: "kept-aside", path: aside });
    expect([readFileSync(aside, "utf8"), modeOf(aside)]).toEqual([text, 0o600]);
    expect(secrets.set("a", "1")).toEqual(ok(undefined));
    expect(open(dir).secrets.get("a")).toBe("1");
  });

  it("keep the old value where the new one could not be saved", () => {
    const dir = scratchDir();
    const { secrets } = open(dir);
    secrets.set("a", "old");
    rmSync(dir, { recursive: true });
    expect(secrets.set("a", "new")).toEqual({ ok: false, error: { kind: "io", code: "ENOENT" } });
    expect(secrets.get("a")).toBe("old");
  });
});
