import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { setStartAtLogin } from "../../electron/desktop/login-item.ts";
import { scratchDir } from "../support/scratch-dir.ts";
import { resetElectron, world } from "./support/electron-double.ts";
import { runRig } from "./support/run-desktop.ts";
import { aSnapshot } from "./support/views.ts";

beforeEach(resetElectron);

const command = ["/opt/My Baton/baton", 'odd"$`\\%arg'];

describe("start at login", () => {
  it("is an autostart file on Linux, whose command survives every character, and goes again", () => {
    const home = scratchDir();
    const options = { platform: "linux", home, env: {}, command } as const;
    expect(setStartAtLogin("start", options)).toMatchObject({ ok: true });
    const file = join(home, ".config", "autostart", "baton.desktop");
    const entry = readFileSync(file, "utf8").split("\n");
    expect(entry[0]).toBe("[Desktop Entry]");
    expect(entry).toContain('Exec="/opt/My Baton/baton" "odd\\\\"\\\\$\\\\`\\\\\\\\%%arg" "--no-open"');
    setStartAtLogin("leave", options);
    setStartAtLogin("leave", options);
    expect(existsSync(file)).toBe(false);
    expect(world.loginItem).toBeUndefined();
  });

  it("keeps to XDG_CONFIG_HOME where it is absolute", () => {
    const config = scratchDir();
    const home = scratchDir();
    setStartAtLogin("start", { platform: "linux", home, env: { XDG_CONFIG_HOME: config }, command });
    expect(existsSync(join(config, "autostart", "baton.desktop"))).toBe(true);
    setStartAtLogin("start", { platform: "linux", home, env: { XDG_CONFIG_HOME: "here" }, command });
    expect(existsSync(join(home, ".config", "autostart", "baton.desktop"))).toBe(true);
  });

  it("is the system's own on macOS and Windows", () => {
    for (const platform of ["darwin", "win32"] as const) {
      setStartAtLogin("start", { platform, home: "", env: {}, command });
      expect(world.loginItem).toEqual({ openAtLogin: true, path: command[0], args: [command[1], "--no-open"] });
      setStartAtLogin("leave", { platform, home: "", env: {}, command });
      expect(world.loginItem).toMatchObject({ openAtLogin: false });
    }
  });

  it("follows the setting", () => {
    const home = scratchDir();
    const file = join(home, ".config", "autostart", "baton.desktop");
    const rig = runRig({ home });
    const { settings } = aSnapshot();
    rig.become(aSnapshot({ settings: { ...settings, startAtLogin: true } }));
    expect(existsSync(file)).toBe(true);
    rig.become(aSnapshot());
    expect(existsSync(file)).toBe(false);
  });
});
