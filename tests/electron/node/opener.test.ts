import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { ok } from "../../../shared/result.ts";
import { systemOpener } from "../../../electron/node/opener.ts";
import { scratchDir } from "../../support/scratch-dir.ts";

/** Puts a launcher of that name first on the path; it writes its arguments, one a line, and exits with `status`. */
function launcher(name: string, status: number): { readonly told: () => string[] } {
  const dir = scratchDir();
  const path = process.env["PATH"] ?? "";
  writeFileSync(join(dir, name), `#!/bin/sh\nprintf '%s\\n' "$@" > "${dir}/told"\nexit ${status}\n`);
  chmodSync(join(dir, name), 0o755);
  process.env["PATH"] = `${dir}:${path}`;
  onTestFinished(() => {
    process.env["PATH"] = path;
  });
  return {
    told: () => (existsSync(join(dir, "told")) ? readFileSync(join(dir, "told"), "utf8").trimEnd().split("\n") : []),
  };
}

describe.runIf(process.platform !== "win32")("the system's opener", () => {
  it.each([
    ["linux", "xdg-open", []],
    ["darwin", "open", []],
    ["win32", "rundll32", ["url.dll,FileProtocolHandler"]],
  ] as const)("on %s hands an address to %s as one argument that no shell reads", async (platform, command, before) => {
    const { told } = launcher(command, 0);
    const url = "https://example.com/a%20b?q=$(touch%20x)&r='`;|#part";
    expect(await systemOpener(platform).open(url)).toEqual(ok(undefined));
    expect(told()).toEqual([...before, new URL(url).href]);
  });

  it.each([
    "file:///etc/passwd",
    "javascript:alert(1)",
    "--version",
    "",
    "mailto:a@example.com?attach=/etc/passwd",
    "mailto:a@example.com?subject=x&attachment=y",
    "mailto:a@example.com?body=x y",
    "tel:112;phone-context=x",
    "tel:--version",
    "ssh://host",
    "//host/x",
  ])("refuses %j", async (url) => {
    const { told } = launcher("xdg-open", 0);
    expect(await systemOpener("linux").open(url)).toEqual({ ok: false, error: { kind: "refused" } });
    expect(told()).toEqual([]);
  });

  it.each(["mailto:a.b+c@example.com,d@example.com?subject=Late%20export&body=Hello%0D%0A", "tel:+4520000001"])(
    "hands over %s as it is",
    async (url) => {
      const { told } = launcher("xdg-open", 0);
      expect(await systemOpener("linux").open(url)).toEqual(ok(undefined));
      expect(told()).toEqual([url]);
    },
  );

  it("says so when the launcher fails, or is not there", async () => {
    launcher("xdg-open", 3);
    expect(await systemOpener("linux").open("http://localhost/")).toEqual({ ok: false, error: { kind: "failed" } });
    process.env["PATH"] = scratchDir();
    expect(await systemOpener("linux").open("http://localhost/")).toEqual({ ok: false, error: { kind: "failed" } });
  });
});
