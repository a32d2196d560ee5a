import { openApp } from "../core/app.ts";
import { hostUsage, readHostOptions, type HostOptions } from "../node/host-options.ts";
import { systemOpener } from "../node/opener.ts";
import { startBrowserHost, type BrowserHost } from "./host.ts";
import { failureWords, readyLine, readyWords } from "./terminal.ts";

/** Milliseconds after which what has not ended by itself is left behind; two seconds are promised. */
const patience = 1_700;

/**
 * The browser host as a program: resolves with its exit code when it was asked to end (0), could not start (1) or was
 * called wrongly (2). `root` is the folder that holds `assets/` and `dist/`.
 */
export async function runBrowserHost(args: readonly string[], root: string): Promise<0 | 1 | 2> {
  const options = readHostOptions(args);
  if (!options.ok) {
    process.stderr.write(`${options.error}\n\n${hostUsage}`);
    return 2;
  }
  if (options.value.help) {
    process.stdout.write(hostUsage);
    return 0;
  }
  return run(options.value, root);
}

async function run(options: HostOptions, root: string): Promise<0 | 1> {
  const asked = endAsked();
  const started = await startBrowserHost(options, { root, openApp });
  if (!started.ok) {
    process.stderr.write(`${failureWords(started.error)}\n`);
    return 1;
  }
  const host = started.value;
  surviveFaults(host);
  process.stdout.write(`${options.printUrl ? readyLine(host) : readyWords(host, process.platform)}\n`);
  if (options.open) void openPage(host);
  await asked;
  await Promise.race([host.close(), new Promise((resolve) => setTimeout(resolve, patience))]);
  return 0;
}

/** Resolves when the system, or the person at the terminal, asks the host to end, which may be before it has started. */
function endAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}

/** A fault in one corner must not end the host: whoever is on call relies on the others. */
function surviveFaults({ log }: BrowserHost): void {
  const note = (fault: unknown): void => {
    if (!(fault instanceof Error)) return log("error", "a fault", { kind: typeof fault });
    // Without its message, which may quote an alert or worse.
    log("error", "a fault", { kind: fault.name, at: fault.stack?.split("\n    at ").slice(1, 8).join(" < ") ?? "" });
  };
  process.on("uncaughtException", note);
  process.on("unhandledRejection", note);
}

async function openPage({ url, log }: BrowserHost): Promise<void> {
  const opened = await systemOpener().open(url);
  if (opened.ok) return;
  log("warning", "no browser could be opened");
  process.stderr.write("No browser could be opened here: open the address above yourself.\n");
}
