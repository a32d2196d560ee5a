import { app, type Session, type WebContents } from "electron";
import type { Log } from "../core/ports.ts";
import { appScheme, isAppUrl } from "./app-origin.ts";

/*
 * What a page may not do, whatever gets into it. https://www.electronjs.org/docs/latest/tutorial/security
 */

/** Writing text to the clipboard is what "Copy" does, and tells the page nothing. */
const allowedPermission = "clipboard-sanitized-write";

/** No permissions, no downloads, and no requests beyond the page's own files. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(permission === allowedPermission);
  });
  session.setPermissionCheckHandler((_contents, permission) => permission === allowedPermission);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url) });
  });
  session.on("will-download", (event) => {
    event.preventDefault();
  });
}

/** The developer tools are a page too, and exist only where the app is not packaged. */
const mayLoad = (url: string): boolean =>
  url.startsWith(`${appScheme}:`) ? isAppUrl(url) : !app.isPackaged && url.startsWith("devtools:");

/** Applies to every page that will ever be made: it goes nowhere, opens nothing and embeds nothing. */
export function hardenAllContents(log: Log): void {
  app.on("web-contents-created", (_event, contents) => {
    hardenContents(contents, log);
  });
}

function hardenContents(contents: WebContents, log: Log): void {
  const refuse = (what: string) => (event: { preventDefault(): void }) => {
    event.preventDefault();
    log("warning", "a page was refused", { what });
  };
  contents.on("will-navigate", refuse("navigation"));
  contents.on("will-frame-navigate", refuse("navigation of a frame"));
  contents.on("will-redirect", refuse("redirect"));
  contents.on("will-attach-webview", refuse("webview"));
  contents.setWindowOpenHandler(() => {
    log("warning", "a page was refused", { what: "window" });
    return { action: "deny" };
  });
}
