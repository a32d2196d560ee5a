import { app, BrowserWindow, nativeTheme, type BrowserWindowConstructorOptions } from "electron";
import type { Log } from "../core/ports.ts";
import { appUrl } from "./app-origin.ts";

export type PageWindowOptions = {
  readonly shape: BrowserWindowConstructorOptions;
  /** The CommonJS file that hands the page its two functions. */
  readonly preload: string;
  readonly session: Electron.Session;
  readonly log: Log;
};

/** Grounds of the page's light and dark styles, so that a window does not flash while it loads. */
const grounds = { light: "#ffffff", dark: "#16181d" };

/** A window that shows Baton's page and nothing else, in the strictest sandbox. It is hidden until it is shown. */
export function openPageWindow({ shape, preload, session, log }: PageWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...shape,
    show: false,
    title: "Baton",
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? grounds.dark : grounds.light,
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  surviveCrashes(window, log);
  void window.loadURL(appUrl).catch((error: unknown) => {
    log("error", "the page could not be loaded", { error: error instanceof Error ? error.name : "unknown" });
  });
  return window;
}

/**
 * A page that dies is loaded again, once; after that the window goes, and the next one that is opened starts afresh. One
 * that hangs is ended, which is a death like any other. Meanwhile the tray and the notifications work on.
 */
function surviveCrashes(window: BrowserWindow, log: Log): void {
  let deaths = 0;
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit" || window.isDestroyed()) return;
    deaths += 1;
    log("error", "a page died", { reason, deaths });
    if (deaths === 1) window.webContents.reload();
    else window.destroy();
  });
  window.on("unresponsive", () => {
    log("warning", "a page hangs");
    window.webContents.forcefullyCrashRenderer();
  });
}
