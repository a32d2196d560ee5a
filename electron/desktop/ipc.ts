import { ipcMain, type IpcMainInvokeEvent, type WebContents } from "electron";
import type { Reply } from "../../shared/rpc/define.ts";
import type { App, AppPush } from "../core/app-types.ts";
import type { Log } from "../core/ports.ts";
import type { Cancel } from "../core/records.ts";
import { isAppUrl } from "./app-origin.ts";
import type { Windows } from "./windows.ts";

const requestChannel = "baton:request";
const pushChannel = "baton:push";

export type IpcOptions = {
  readonly app: Pick<App, "snapshot" | "incidents" | "subscribe">;
  /** Answers a command of a page of ours. */
  readonly request: App["request"];
  readonly windows: Pick<Windows, "owns">;
  readonly log: Log;
};

export type Ipc = {
  /** Tells one page to show a view; a page that has yet to say hello is told when it does. */
  navigate(page: WebContents, payload: Extract<AppPush, { push: "navigate" }>["payload"]): void;
  dispose: Cancel;
};

/** Connects the pages of Baton's own windows to the core. Any other sender is refused without a look at what it asks. */
export function serveIpc({ app, request, windows, log }: IpcOptions): Ipc {
  /** Pages that have said hello and have the whole state: only they can make sense of changes. */
  const following = new Set<WebContents>();
  const arrivals = new WeakMap<WebContents, AppPush>();

  ipcMain.handle(requestChannel, async (event, command: unknown, input: unknown): Promise<Reply> => {
    if (!isOurPage(event, windows)) {
      log("warning", "a request was refused", { reason: "sender" });
      return { ok: false, error: { kind: "disconnected" } };
    }
    if (typeof command !== "string") return { ok: false, error: { kind: "unknown-command" } };
    const reply = await request(command, input);
    // After this reply has gone out, and before anything that is pushed later.
    if (command === "hello" && reply.ok) setImmediate(() => welcome(event.sender));
    return reply;
  });

  function welcome(page: WebContents): void {
    if (page.isDestroyed()) return;
    if (!following.has(page)) page.once("destroyed", () => following.delete(page));
    following.add(page);
    send(page, { push: "snapshot", payload: app.snapshot() });
    for (const payload of app.incidents()) send(page, { push: "incidents", payload });
    const awaited = arrivals.get(page);
    arrivals.delete(page);
    if (awaited) send(page, awaited);
  }

  const unsubscribe = app.subscribe((push) => {
    if (push.push === "navigate") return;
    for (const page of following) send(page, push);
  });

  return {
    navigate(page, payload) {
      const push: AppPush = { push: "navigate", payload };
      if (following.has(page)) send(page, push);
      else arrivals.set(page, push);
    },
    dispose() {
      unsubscribe();
      ipcMain.removeHandler(requestChannel);
      following.clear();
    },
  };
}

const send = (page: WebContents, { push, payload }: AppPush): void => page.send(pushChannel, push, payload);

/** The main frame of one of our windows, showing our own page. A frame that is gone is null. */
const isOurPage = ({ sender, senderFrame }: IpcMainInvokeEvent, windows: Pick<Windows, "owns">): boolean =>
  windows.owns(sender) && senderFrame !== null && senderFrame === sender.mainFrame && isAppUrl(senderFrame.url);
