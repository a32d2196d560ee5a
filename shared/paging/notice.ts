import * as v from "valibot";
import type { Severity } from "../team/team.ts";
import type { Output } from "../wire.ts";

/** Names a notification: showing the same key again replaces what is on the screen. */
export type NoticeKey = string;

export const noticeButtons = ["acknowledge", "snooze", "hand-over", "accept", "open"] as const;
export type NoticeButton = (typeof noticeButtons)[number];
/** A press of one of these is decided; of the others, a view is shown. */
export type DecidedButton = Exclude<NoticeButton, "hand-over" | "open">;

/** A notification in plain text, already cleaned of what cannot be seen and cut; adapters escape markup. */
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

/** Why no notification can be shown. */
export const notifierFailures = ["no-service", "timeout", "unsupported", "failed"] as const;
export type NotifierFailureKind = (typeof notifierFailures)[number];

/** Which adapter shows notifications, and whether it works, as a screen is told. */
export const notifierViewSchema = v.object({
  adapter: v.picklist(["electron", "dbus", "node-notifier", "none"]),
  health: v.variant("kind", [
    v.object({ kind: v.literal("working") }),
    v.object({ kind: v.literal("failing"), reason: v.picklist(notifierFailures) }),
  ]),
  buttons: v.boolean(),
  /** The service's own name and version where it tells. */
  server: v.exactOptional(v.string()),
});

export type NotifierStatus = Output<typeof notifierViewSchema> & {
  readonly closes: boolean;
  /** It plays the sound of a notice; where it does not, the window does. */
  readonly sounds: boolean;
};
