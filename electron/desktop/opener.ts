import { shell } from "electron";
import { err, ok } from "../../shared/result.ts";
import type { Opener } from "../core/ports.ts";

/** Hands http and https addresses to the system's browser; other schemes can start any program that registered one. */
export const shellOpener: Opener = {
  async open(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol !== "http:" && url?.protocol !== "https:") return err({ kind: "refused" });
    try {
      await shell.openExternal(url.href);
      return ok(undefined);
    } catch {
      // Electron rejects where the system has no program for it; there is nothing more to tell than that.
      return err({ kind: "failed" });
    }
  },
};
