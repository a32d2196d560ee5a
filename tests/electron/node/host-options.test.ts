import { describe, expect, it } from "vitest";
import { ok } from "../../../shared/result.ts";
import { hostUsage, readHostOptions } from "../../../electron/node/host-options.ts";

describe("a host's options", () => {
  it("open a window and leave the rest to the settings where there are none", () => {
    expect(readHostOptions([])).toEqual(ok({ open: true, printUrl: false, help: false }));
  });

  it("are all understood, in both ways of writing a value", () => {
    const args = ["--team=a b.yaml", "--data", "dir", "--me", "alice", "--port", "0", "--browser", "--no-open"];
    expect(readHostOptions(args)).toEqual(
      ok({ team: "a b.yaml", data: "dir", me: "alice", port: 0, open: false, printUrl: false, help: false }),
    );
  });

  it("open no window where the address is printed for a program", () => {
    expect(readHostOptions(["--print-url"])).toMatchObject(ok({ open: false, printUrl: true }));
  });

  it.each([
    ["an unknown option", ["--frobnicate"]],
    ["a port that is no number", ["--port", "many"]],
    ["a port that does not exist", ["--port", "65536"]],
    ["a negative port", ["--port=-1"]],
    ["an empty value", ["--team", ""]],
    ["a missing value", ["--me"]],
    ["a value where none belongs", ["--print-url=yes"]],
    ["a word on its own", ["stray"]],
  ])("with %s are wrong use", (_what, args) => {
    expect(readHostOptions(args)).toEqual({ ok: false, error: expect.any(String) as string });
  });

  it("are each in the usage", () => {
    for (const option of ["team", "data", "me", "port", "browser", "no-open", "print-url", "help"]) {
      expect(hostUsage).toContain(`\n  --${option} `);
    }
  });
});
