import { err, ok } from "../../shared/result.ts";
import type { NoticeButton, NoticeContent, NoticeKey, NotifierStatus } from "../../shared/paging/notice.ts";
import type { Notifier, NotifierEvent, NotifierFailure } from "../../electron/core/ports.ts";

/** A notifier whose screen is a list. */
export type MemoryNotifier = Notifier & {
  /** What is on the screen, oldest first. */
  shown(): readonly NoticeContent[];
  /** Everything that was asked to be shown, in order, whether it was shown or not. */
  asked(): readonly NoticeContent[];
  /** A person presses a button, clicks the notification, or dismisses it; throws where it is not on the screen. */
  press(key: NoticeKey, button: NoticeButton): void;
  open(key: NoticeKey): void;
  dismiss(key: NoticeKey): void;
  /** From now on showing fails in this way; without a kind it works again. */
  fail(kind?: NotifierFailure["kind"]): void;
};

export function memoryNotifier(
  adapter: NotifierStatus["adapter"] = "dbus",
  voice: "sounding" | "silent" = "sounding",
): MemoryNotifier {
  const screen = new Map<NoticeKey, NoticeContent>();
  const asked: NoticeContent[] = [];
  const listeners = new Set<(event: NotifierEvent) => void>();
  let failing: NotifierFailure["kind"] | undefined;
  let state: "open" | "disposed" = "open";

  const status = (): NotifierStatus => ({
    adapter,
    health: failing === undefined ? { kind: "working" } : { kind: "failing", reason: failing },
    buttons: true,
    closes: true,
    sounds: voice === "sounding",
  });
  const tell = (event: NotifierEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const act = (notice: NoticeKey, event: NotifierEvent): void => {
    if (!screen.has(notice)) throw new Error(`no notice ${notice} on the screen`);
    tell(event);
  };

  return {
    status,
    async show(notice) {
      asked.push(notice);
      if (state === "disposed") return err({ kind: "no-service", detail: "disposed" });
      if (failing !== undefined) return err({ kind: failing, detail: "as the test wants" });
      screen.set(notice.key, notice);
      return ok(undefined);
    },
    async close(key) {
      screen.delete(key);
    },
    subscribe(listener) {
      const entry = (event: NotifierEvent): void => listener(event);
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    dispose() {
      state = "disposed";
      listeners.clear();
    },
    shown: () => [...screen.values()],
    asked: () => [...asked],
    press: (notice, button) => act(notice, { kind: "button", notice, button }),
    open: (notice) => act(notice, { kind: "opened", notice }),
    dismiss(notice) {
      act(notice, { kind: "dismissed", notice });
      screen.delete(notice);
    },
    fail(kind) {
      if (kind === failing) return;
      failing = kind;
      tell({ kind: "status", status: status() });
    },
  };
}
