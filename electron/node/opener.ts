import { spawn } from "node:child_process";
import { isAbsolute } from "node:path";
import { err, ok } from "../../shared/result.ts";
import { openable } from "./openable.ts";
import type { Opener } from "../core/ports.ts";

/** A launcher that has not complained by then, in ms, has taken the address: some stay for as long as the browser. */
const patience = 2_000;

type Launcher = { readonly command: string; readonly args: readonly string[] };

/** Hands what may be opened to the system, and Markdown files to its editor, as an argument of its own: no shell reads it. */
export function systemOpener(platform: NodeJS.Platform = process.platform): Opener {
  return {
    open(text) {
      const url = openable(text);
      if (url === undefined) return Promise.resolve(err({ kind: "refused" }));
      return launch(launcher(platform, url));
    },
    openFile(path) {
      return isMarkdownPath(path) ? launch(launcher(platform, path)) : Promise.resolve(err({ kind: "refused" }));
    },
  };
}

/** A whole path of a file that people read: no launcher takes it for an option, and no program is behind it. */
export const isMarkdownPath = (path: string): boolean => isAbsolute(path) && /\.(md|markdown)$/i.test(path);

function launcher(platform: NodeJS.Platform, target: string): Launcher {
  if (platform === "win32") return { command: "rundll32", args: ["url.dll,FileProtocolHandler", target] };
  return { command: platform === "darwin" ? "open" : "xdg-open", args: [target] };
}

function launch({ command, args }: Launcher): ReturnType<Opener["open"]> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: "ignore" });
    const timer = setTimeout(() => {
      resolve(ok(undefined));
    }, patience).unref();
    child.unref();
    child.once("error", () => {
      clearTimeout(timer);
      resolve(err({ kind: "failed" }));
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? ok(undefined) : err({ kind: "failed" }));
    });
  });
}
