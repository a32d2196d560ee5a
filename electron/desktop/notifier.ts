import { Notification } from "electron";
import { err, ok, type Result } from "../../shared/result.ts";
import type { NoticeButton, NoticeContent, NoticeKey, NotifierStatus } from "../../shared/paging/notice.ts";
import type { Notifier, NotifierEvent, NotifierFailure } from "../core/ports.ts";
import type { Cancel } from "../core/records.ts";
import { notifierListeners } from "../node/notifiers/notifier-listeners.ts";

export type ElectronNotifierOptions = {
  readonly labels: Readonly<Record<NoticeButton, string>>;
  /** Milliseconds in which the system must say that it shows a notice; 2,000 unless told. */
  readonly limitMs?: number;
};

const twoSeconds = 2_000;

/**
 * Notifications through Electron, with buttons. For macOS and Windows: on Linux `show` blocks the process for about a minute
 * where no service is on the bus (https://github.com/electron/electron/issues/48753), so D-Bus is spoken to directly there.
 */
export function openElectronNotifier(options: ElectronNotifierOptions): Notifier {
  return new ElectronNotifier(options);
}

class ElectronNotifier implements Notifier {
  readonly #labels: ElectronNotifierOptions["labels"];
  readonly #limitMs: number;
  readonly #listeners = notifierListeners();
  /** What is on the screen; a notification that left this map was closed by Baton, and its events are stale. */
  readonly #shown = new Map<NoticeKey, Notification>();
  #state: "open" | "disposed" = "open";
  #failing: NotifierFailure["kind"] | undefined = Notification.isSupported() ? undefined : "unsupported";

  constructor({ labels, limitMs = twoSeconds }: ElectronNotifierOptions) {
    this.#labels = labels;
    this.#limitMs = limitMs;
  }

  status(): NotifierStatus {
    return {
      adapter: "electron",
      health: this.#failing === undefined ? { kind: "working" } : { kind: "failing", reason: this.#failing },
      buttons: true,
      closes: true,
      sounds: true,
    };
  }

  async show(notice: NoticeContent): Promise<Result<void, NotifierFailure>> {
    if (this.#state === "disposed") return err({ kind: "no-service", detail: "disposed" });
    if (!Notification.isSupported()) return err({ kind: "unsupported", detail: "the system shows no notifications" });
    this.#take(notice.key);
    const notification = new Notification({
      title: notice.title,
      body: notice.body,
      silent: notice.sound === "none",
      urgency: notice.severity === "critical" ? "critical" : "normal",
      timeoutType: notice.sticky ? "never" : "default",
      actions: notice.buttons.map((button) => ({ type: "button", text: this.#labels[button] })),
    });
    this.#shown.set(notice.key, notification);
    this.#listen(notification, notice);
    const shown = await this.#isShown(notification);
    if (!shown.ok && this.#isCurrent(notice.key, notification)) this.#shown.delete(notice.key);
    this.#judge(shown.ok ? undefined : shown.error.kind);
    return shown;
  }

  async close(key: NoticeKey): Promise<void> {
    this.#take(key);
  }

  subscribe(listener: (event: NotifierEvent) => void): Cancel {
    return this.#listeners.subscribe(listener);
  }

  dispose(): void {
    this.#state = "disposed";
    this.#listeners.clear();
    this.#shown.clear();
  }

  #take(key: NoticeKey): void {
    const notification = this.#shown.get(key);
    this.#shown.delete(key);
    notification?.close();
  }

  #listen(notification: Notification, { key, buttons }: NoticeContent): void {
    // A press takes the notification off the screen, and the closing that follows is part of the same gesture.
    const tell = (event: NotifierEvent): void => {
      if (!this.#isCurrent(key, notification)) return;
      this.#shown.delete(key);
      this.#listeners.tell(event);
    };
    notification.on("action", (_event, index) => {
      const button = buttons[index];
      if (button !== undefined) tell({ kind: "button", notice: key, button });
    });
    notification.on("click", () => tell({ kind: "opened", notice: key }));
    notification.on("close", ({ reason }) => {
      // Windows says so when a notice only moved into its centre, where it can still be pressed.
      if (reason !== "timedOut" && reason !== "applicationHidden") tell({ kind: "dismissed", notice: key });
    });
  }

  #isCurrent(key: NoticeKey, notification: Notification): boolean {
    return this.#shown.get(key) === notification;
  }

  #isShown(notification: Notification): Promise<Result<void, NotifierFailure>> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        resolve(err({ kind: "timeout", detail: "the system did not say that it shows the notice" }));
      }, this.#limitMs);
      const settle = (result: Result<void, NotifierFailure>): void => {
        clearTimeout(timer);
        resolve(result);
      };
      notification.once("show", () => settle(ok(undefined)));
      notification.once("failed", (_event, error) => settle(err({ kind: "failed", detail: error })));
      notification.show();
    });
  }

  #judge(failing: NotifierFailure["kind"] | undefined): void {
    if (failing === this.#failing) return;
    this.#failing = failing;
    this.#listeners.tell({ kind: "status", status: this.status() });
  }
}
