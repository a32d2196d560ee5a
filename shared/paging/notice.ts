import type { Severity } from "../team/team.ts";

/** Names a notification: showing the same key again replaces what is on the screen. */
export type NoticeKey = string;

export type NoticeButton = "acknowledge" | "snooze" | "hand-over" | "accept" | "open";

/** A notification in plain text, already escaped of control and bidi characters and cut; adapters escape markup. */
export type NoticeContent = {
  readonly key: NoticeKey;
  readonly title: string;
  readonly body: string;
  readonly severity: Severity;
  readonly buttons: readonly NoticeButton[];
  readonly sound: "none" | "notice" | "alarm";
  /** Stays until it is closed. */
  readonly sticky: boolean;
};

/** Which adapter shows notifications, what it can, and whether it works. */
export type NotifierStatus = {
  readonly adapter: "electron" | "dbus" | "node-notifier" | "none";
  readonly health:
    | { readonly kind: "working" }
    | { readonly kind: "failing"; readonly reason: "no-service" | "timeout" | "unsupported" | "failed" };
  readonly buttons: boolean;
  readonly closes: boolean;
  /** It plays the sound of a notice; where it does not, the window does. */
  readonly sounds: boolean;
  /** The service's own name and version where it tells. */
  readonly server?: string;
};
