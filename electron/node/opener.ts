import { spawn } from "node:child_process";
import { err, ok } from "../../shared/result.ts";
import type { Opener } from "../core/ports.ts";

/** A launcher that has not complained by then, in ms, has taken the address: some stay for as long as the browser. */
const patience = 2_000;

type Launcher = { readonly command: string; readonly args: readonly string[] };

/** Hands http and https addresses to the system's browser, as an argument of its own: no shell reads them. */
export function systemOpener(platform: NodeJS.Platform = process.platform): Opener {
  return {
    open(text) {
      const url = webAddress(text);
      if (url === undefined) return Promise.resolve(err({ kind: "refused" }));
      return launch(launcher(platform, url));
    },
  };
}

function webAddress(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === "http:" || url?.protocol === "https:" ? url.href : undefined;
}

function launcher(platform: NodeJS.Platform, url: string): Launcher {
  if (platform === "win32") return { command: "rundll32", args: ["url.dll,FileProtocolHandler", url] };
  return { command: platform === "darwin" ? "open" : "xdg-open", args: [url] };
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
