import { app, dialog, shell, type BrowserWindow } from "electron";
import type { Reply } from "../../shared/rpc/define.ts";
import type { App } from "../core/app-types.ts";
import type { Log } from "../core/ports.ts";
import type { TrayAct } from "../core/words/tray-menu.ts";
import { applySettings } from "./applied-settings.ts";
import { serveIpc } from "./ipc.ts";
import { followLifecycle } from "./lifecycle.ts";
import type { LoginItemOptions } from "./login-item.ts";
import { followMyIncidents } from "./my-incidents.ts";
import type { TrayHandle } from "./tray.ts";
import type { Windows } from "./windows.ts";

export type DesktopParts = {
  readonly core: App;
  /** Undefined where the system shows none. */
  readonly tray: TrayHandle | undefined;
  readonly windows: Windows;
  readonly loginItem: LoginItemOptions;
  readonly platform: NodeJS.Platform;
  readonly log: Log;
  /** Closes the core and what the host opened for it. */
  readonly close: () => Promise<void>;
};

/** Joins the core to the tray, the windows and the machine, until Baton quits. */
export function runDesktop({ core, tray, windows, loginItem, platform, log, close }: DesktopParts): void {
  const mine = followMyIncidents();
  /** The newest that was told: making one costs more the more incidents there are. */
  let snapshot = core.snapshot();
  for (const part of core.incidents()) mine.apply(part);

  const ipc = serveIpc({ app: core, windows, log, request: (command, input) => answer(command, input) });
  const settings = applySettings({ loginItem, log, onShortcut: acknowledgeCurrent });

  function answer(command: string, input: unknown): Promise<Reply> {
    if (hasPath(input)) return core.request(command, input);
    if (command === "open-team-file") return openChosenTeamFile();
    if (command === "export-calendar") return exportToChosenFile(input);
    return core.request(command, input);
  }

  async function exportToChosenFile(input: unknown): Promise<Reply> {
    const path = await chooseCalendarFile(windows.console());
    if (path === undefined || typeof input !== "object") return { ok: true, value: { kind: "done", count: 0 } };
    return core.request("export-calendar", { ...input, path });
  }

  async function openChosenTeamFile(): Promise<Reply> {
    const path = await chooseTeamFile(windows.console());
    // Whoever closes the dialog has changed nothing, and needs no word about it.
    if (path === undefined) return { ok: true, value: { kind: "done", count: 0 } };
    return core.request("open-team-file", { path });
  }

  /** The incident that the window shows first, and no other: a key pressed blindly must not silence what nobody has seen. */
  function acknowledgeCurrent(): void {
    const { current } = snapshot;
    if (current?.standing === "triggered") void core.request("acknowledge", { ids: [current.id] });
  }

  function act(wanted: TrayAct): void {
    switch (wanted.kind) {
      case "request":
        void core.request(wanted.command, wanted.input);
        return;
      case "show-incident":
        core.navigate("incidents", wanted.incident);
        return;
      case "show-view":
        core.navigate(wanted.view);
        return;
      case "open":
        windows.openConsole();
        return;
      case "quit":
        app.quit();
    }
  }

  function raise(): void {
    windows.openConsole();
    windows.console()?.flashFrame(true);
    shell.beep();
    if (platform === "darwin") app.dock?.bounce("critical");
  }

  function follow(): void {
    settings.apply(snapshot.settings);
    tray?.show({ snapshot, mine: mine.rows() });
  }

  const unsubscribe = core.subscribe((push) => {
    switch (push.push) {
      case "snapshot":
        snapshot = push.payload;
        follow();
        return;
      case "incidents":
        mine.apply(push.payload);
        if (push.payload.complete) follow();
        return;
      case "navigate":
        ipc.navigate(windows.openConsole(), push.payload);
        return;
      case "alarm":
        // Windows sound it too where one is open; the system's own beep does not depend on that.
        if (push.payload.raise) raise();
        else shell.beep();
    }
  });

  tray?.listen({ act, press: (bounds) => windows.togglePopover(bounds) });
  followLifecycle({
    tell: (event) => core.tell(event),
    close,
    log,
    onSummoned: () => windows.openConsole(),
    onQuit() {
      unsubscribe();
      ipc.dispose();
      settings.release();
      windows.release();
      tray?.dispose();
    },
  });
  follow();
}

const hasPath = (input: unknown): boolean => typeof input === "object" && input !== null && "path" in input;

async function chooseCalendarFile(owner: BrowserWindow | undefined): Promise<string | undefined> {
  const options: Electron.SaveDialogOptions = {
    title: "Export a calendar",
    defaultPath: "on-call.ics",
    filters: [{ name: "Calendars", extensions: ["ics"] }],
  };
  const chosen = owner ? await dialog.showSaveDialog(owner, options) : await dialog.showSaveDialog(options);
  return chosen.canceled || chosen.filePath === "" ? undefined : chosen.filePath;
}

async function chooseTeamFile(owner: BrowserWindow | undefined): Promise<string | undefined> {
  const options: Electron.OpenDialogOptions = {
    title: "Open a team file",
    filters: [
      { name: "Team files", extensions: ["yaml", "yml"] },
      { name: "All files", extensions: ["*"] },
    ],
    properties: ["openFile"],
  };
  const chosen = owner ? await dialog.showOpenDialog(owner, options) : await dialog.showOpenDialog(options);
  return chosen.canceled ? undefined : chosen.filePaths[0];
}
