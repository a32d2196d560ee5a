import { app, powerMonitor } from "electron";
import type { App, LifecycleEvent } from "../core/app-types.ts";
import type { Log } from "../core/ports.ts";

export type LifecycleOptions = {
  readonly tell: App["tell"];
  /** Closes the core and what the host opened for it. */
  readonly close: () => Promise<void>;
  readonly log: Log;
  /** Baton was started again, or its icon in the dock was pressed: show that it is there. */
  readonly onSummoned: () => void;
  /** The windows and the tray let go; called once, before the core closes. */
  readonly onQuit: () => void;
};

/** Milliseconds that the core may take to close before the process ends all the same; two seconds are promised. */
const closeWithin = 1_700;

/*
 *   running ──before-quit──▶ closing ──closed, or late──▶ ended
 *      └──────shutdown──────────▲        (then the system ends the process; it is not made to wait)
 */

/** Makes the machine's events the core's, and ends Baton tidily. */
export function followLifecycle({ log, onSummoned, ...core }: LifecycleOptions): void {
  const tell = (event: LifecycleEvent) => () => core.tell(event);
  powerMonitor.on("suspend", tell("suspended"));
  powerMonitor.on("resume", tell("resumed"));
  powerMonitor.on("lock-screen", tell("locked"));
  powerMonitor.on("unlock-screen", tell("unlocked"));

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= closeInTime(core, log);
    return closing;
  };
  powerMonitor.on("shutdown", () => void close());
  app.on("before-quit", (event) => {
    event.preventDefault();
    void close().then(() => app.exit(0));
  });
  // The tray pages; windows only show.
  app.on("window-all-closed", () => undefined);
  app.on("second-instance", onSummoned);
  app.on("activate", onSummoned);
}

async function closeInTime(
  { tell, close, onQuit }: Pick<LifecycleOptions, "tell" | "close" | "onQuit">,
  log: Log,
): Promise<void> {
  tell("shutting-down");
  onQuit();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), closeWithin);
  });
  const failed = (fault: unknown): void => {
    log("error", "the core failed to close", { fault: fault instanceof Error ? fault.name : typeof fault });
  };
  const end = await Promise.race([close().catch(failed), limit]);
  clearTimeout(timer);
  if (end === "late") log("error", "the core did not close in time");
}
