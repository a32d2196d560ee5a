import { globalShortcut } from "electron";
import type { Settings } from "../../shared/state/settings.ts";
import type { Log } from "../core/ports.ts";
import { setStartAtLogin, type LoginItemOptions } from "./login-item.ts";

export type AppliedSettingsOptions = {
  readonly loginItem: LoginItemOptions;
  readonly log: Log;
  readonly onShortcut: () => void;
};

/** The settings that the desktop, not the core, carries out. */
export type AppliedSettings = { apply(settings: Settings): void; release(): void };

export const acknowledgeShortcut = "CommandOrControl+Shift+A";

/** Carries out a setting when it changes, and once at the start: what the system remembers may be another time's wish. */
export function applySettings({ loginItem, log, onShortcut }: AppliedSettingsOptions): AppliedSettings {
  let startAtLogin: boolean | undefined;
  let globalAcknowledge = false;
  return {
    apply(settings) {
      if (settings.startAtLogin !== startAtLogin) {
        startAtLogin = settings.startAtLogin;
        const set = setStartAtLogin(startAtLogin ? "start" : "leave", loginItem);
        if (!set.ok) log("warning", "start at login was not set", { code: set.error.code });
      }
      if (settings.globalAcknowledge !== globalAcknowledge) {
        globalAcknowledge = settings.globalAcknowledge;
        if (!globalAcknowledge) globalShortcut.unregister(acknowledgeShortcut);
        else if (!globalShortcut.register(acknowledgeShortcut, onShortcut)) {
          log("warning", "the shortcut belongs to another program");
        }
      }
    },
    release: () => globalShortcut.unregisterAll(),
  };
}
