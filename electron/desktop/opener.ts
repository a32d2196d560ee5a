import { shell } from "electron";
import { err, ok } from "../../shared/result.ts";
import { openable } from "../node/openable.ts";
import type { Opener } from "../core/ports.ts";
import { isMarkdownPath } from "../node/opener.ts";

/** Hands what may be opened to the system. */
export const shellOpener: Opener = {
  async openFile(path) {
    if (!isMarkdownPath(path)) return err({ kind: "refused" });
    // Answers with the system's word for what went wrong, empty where nothing did.
    return (await shell.openPath(path)) === "" ? ok(undefined) : err({ kind: "failed" });
  },
  async open(text) {
    const url = openable(text);
    if (url === undefined) return err({ kind: "refused" });
    try {
      await shell.openExternal(url);
      return ok(undefined);
    } catch {
      // Electron rejects where the system has no program for it; there is nothing more to tell than that.
      return err({ kind: "failed" });
    }
  },
};
