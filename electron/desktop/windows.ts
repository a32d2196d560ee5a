import { screen, type BrowserWindow, type Rectangle, type WebContents } from "electron";
import type { Clock, Documents, Log } from "../core/ports.ts";
import { openPageWindow } from "./page-window.ts";
import { placeBeside, readPlace, type Box, type WindowPlace } from "./window-place.ts";

export type WindowsOptions = {
  readonly preload: string;
  readonly session: Electron.Session;
  readonly documents: Documents;
  readonly clock: Pick<Clock, "monotonic">;
  readonly log: Log;
  /** Without a tray, the console is minimised rather than closed: it is then all that there is of Baton. */
  readonly hasTray: boolean;
};

/** The console and the popover, made when they are first wanted. */
export type Windows = {
  /** Shows the console, restored and in front, and gives its page. */
  openConsole(): WebContents;
  /** Opens the popover beside `anchor` (an empty one: at the pointer), or hides it where it is open. */
  togglePopover(anchor: Rectangle): void;
  /** True for the pages of these two windows. */
  owns(contents: WebContents): boolean;
  /** The console where it is open, for a dialog to belong to. */
  console(): BrowserWindow | undefined;
  /** Lets windows close for good, and keeps the console's place: Baton is quitting. */
  release(): void;
};

const popoverSize = { width: 400, height: 620 };
const consoleSize = { width: 1_180, height: 800 };
const leastConsole = { width: 900, height: 560 };
const placeDocument = "console-place";

/** A click on the tray takes the focus first, so that the popover hides; it must not be opened again by the same click. */
const sameClickMs = 250;

export function openWindows(options: WindowsOptions): Windows {
  const { documents, clock, log } = options;
  let consoleWindow: BrowserWindow | undefined;
  let popover: BrowserWindow | undefined;
  let popoverHidAt = -Infinity;
  let quitting: "no" | "yes" = "no";

  const workAreas = (): readonly Box[] => screen.getAllDisplays().map((display) => display.workArea);

  function makeConsole(): BrowserWindow {
    const place = readPlace(documents.read(placeDocument), workAreas());
    const area = screen.getPrimaryDisplay().workArea;
    const window = openPageWindow({
      ...options,
      shape: {
        ...consoleSize,
        ...(place && { x: place.x, y: place.y, width: place.width, height: place.height }),
        minWidth: Math.min(leastConsole.width, area.width),
        minHeight: Math.min(leastConsole.height, area.height),
      },
    });
    if (place?.maximized === true) window.maximize();
    window.on("close", (event) => {
      keepPlace(window);
      if (options.hasTray || quitting === "yes") return;
      event.preventDefault();
      window.minimize();
    });
    window.on("closed", () => {
      consoleWindow = undefined;
    });
    return window;
  }

  function keepPlace(window: BrowserWindow): void {
    const { x, y, width, height } = window.getNormalBounds();
    const place: WindowPlace = { x, y, width, height, maximized: window.isMaximized() };
    const written = documents.write(placeDocument, place);
    if (!written.ok) log("warning", "the window's place was not kept", { code: written.error.code });
  }

  function makePopover(): BrowserWindow {
    const window = openPageWindow({
      ...options,
      shape: {
        ...popoverSize,
        frame: false,
        resizable: false,
        minimizable: false,
        maximizable: false,
        fullscreenable: false,
        skipTaskbar: true,
        alwaysOnTop: true,
      },
    });
    window.on("blur", () => {
      if (window.webContents.isDevToolsOpened()) return;
      window.hide();
      popoverHidAt = clock.monotonic();
    });
    window.on("closed", () => {
      popover = undefined;
    });
    return window;
  }

  return {
    openConsole() {
      consoleWindow ??= makeConsole();
      if (consoleWindow.isMinimized()) consoleWindow.restore();
      consoleWindow.show();
      consoleWindow.focus();
      return consoleWindow.webContents;
    },
    togglePopover(anchor) {
      if (popover?.isVisible() === true) {
        popover.hide();
        return;
      }
      if (clock.monotonic() - popoverHidAt < sameClickMs) return;
      popover ??= makePopover();
      const at = anchorBox(anchor);
      popover.setBounds(placeBeside(at, popoverSize, screen.getDisplayMatching(at).workArea));
      popover.show();
      popover.focus();
    },
    owns: (contents) => contents === consoleWindow?.webContents || contents === popover?.webContents,
    console: () => consoleWindow,
    release() {
      quitting = "yes";
      // Ending the process closes windows without a word to them.
      if (consoleWindow) keepPlace(consoleWindow);
    },
  };
}

/** Linux does not tell where its tray is: the pointer, which has just pressed it, does. */
function anchorBox(anchor: Rectangle): Rectangle {
  if (anchor.width > 0 && anchor.height > 0) return anchor;
  return { ...screen.getCursorScreenPoint(), width: 1, height: 1 };
}
