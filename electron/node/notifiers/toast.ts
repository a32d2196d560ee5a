import { err, ok, type Result } from "../../../shared/result.ts";
import type { NoticeContent } from "../../../shared/paging/notice.ts";
import type { NotifierFailure } from "../../core/ports.ts";
import { noticeBody, noticeTitle } from "./notice-text.ts";

/*
 * node-notifier on macOS (terminal-notifier) and Windows (SnoreToast): programs that come with the package. Both get their
 * texts as the value of an option, one argument each, so that nothing in them is read as an option.
 */

export type Toast = {
  readonly title: string;
  readonly message: string;
  readonly sound: boolean;
  /** Not to wait: on macOS the program then ends once the notification is handed over. */
  readonly wait: false;
  readonly timeout: false;
};

/** node-notifier's own `notify`: tells an error, or what became of the notification. */
export type Toaster = (toast: Toast, done: (error: unknown, response: unknown) => void) => void;

/** Loaded where it is used: Linux starts without it. */
export async function systemToaster(): Promise<Toaster> {
  const { default: notifier } = await import("node-notifier");
  return (toast, done) => {
    notifier.notify(toast, done);
  };
}

export type ToastOptions = {
  /** SnoreToast stays for as long as its toast: without an error by then, in ms, it is on the screen. */
  readonly settleMs: number;
  /** Told when the person clicked the notification, however much later. */
  readonly opened: () => void;
};

/** Hands one notification to the system. */
export function showToast(
  notice: NoticeContent,
  toaster: Toaster,
  { settleMs, opened }: ToastOptions,
): Promise<Result<void, NotifierFailure>> {
  const title = noticeTitle(notice.title);
  // Neither program takes an empty message.
  const message = noticeBody(notice.body) || title;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(ok(undefined)), settleMs);
    toaster({ title, message, sound: notice.sound !== "none", wait: false, timeout: false }, (error, response) => {
      clearTimeout(timer);
      resolve(
        error instanceof Error ? err({ kind: "failed", detail: "the notification program failed" }) : ok(undefined),
      );
      if (response === "activate") opened();
    });
  });
}
