import { noticeButtons, type NoticeButton, type NoticeContent } from "../../../shared/paging/notice.ts";
import { escapeMarkup } from "../../../shared/text/markup.ts";
import type { Severity } from "../../../shared/team/team.ts";
import { noticeBody, noticeTitle } from "./notice-text.ts";

/*
 * The wire forms of the Desktop Notifications Specification 1.2, https://specifications.freedesktop.org/notification-spec/
 */

export const notifications = {
  destination: "org.freedesktop.Notifications",
  path: "/org/freedesktop/Notifications",
  interface: "org.freedesktop.Notifications",
} as const;

/** What the people read on the buttons. */
export type ButtonLabels = Readonly<Record<NoticeButton, string>>;

/** What a notification server says of itself. */
export type ServerFacts = {
  /** Name and version, such as `dunst 1.9.0`. */
  readonly title: string;
  readonly markup: boolean;
  readonly buttons: boolean;
  readonly sound: boolean;
  /** Xfce draws the default action, which others put under a click on the body, as one more button. */
  readonly drawsDefault: boolean;
};

/** From the answers of GetServerInformation and GetCapabilities; what is not there counts as absent. */
export function serverFacts(information: readonly unknown[], capabilities: unknown): ServerFacts {
  const [name, , version] = information;
  const can = new Set<unknown>(Array.isArray(capabilities) ? capabilities : []);
  return {
    title: [name, version].filter((part) => typeof part === "string" && part !== "").join(" "),
    markup: can.has("body-markup"),
    buttons: can.has("actions"),
    sound: can.has("sound"),
    drawsDefault: name === "Xfce Notify Daemon",
  };
}

export type Showing = {
  readonly facts: ServerFacts;
  readonly labels: ButtonLabels;
  /** The server's id of an earlier showing of the same key; 0 for none. */
  readonly replaces: number;
};

type Hint = readonly [name: string, value: readonly [signature: string, value: string | number | boolean]];

/** The body of a call of Notify, of signature `susssasa{sv}i`. */
export function notifyBody(notice: NoticeContent, { facts, labels, replaces }: Showing): readonly unknown[] {
  const body = noticeBody(notice.body);
  return [
    "Baton",
    replaces,
    "",
    noticeTitle(notice.title),
    facts.markup ? escapeMarkup(body) : body,
    facts.buttons ? actions(notice.buttons, facts, labels) : [],
    hints(notice, facts),
    notice.sticky ? neverExpires : expiresAsTheServerLikes,
  ];
}

export const notifySignature = "susssasa{sv}i";

const neverExpires = 0;
const expiresAsTheServerLikes = -1;

const defaultAction = "default";

/** Pairs of key and label, flattened. `default` is a click on the notification itself. */
function actions(buttons: readonly NoticeButton[], facts: ServerFacts, labels: ButtonLabels): readonly string[] {
  const drawn = buttons.flatMap((button) => [button, labels[button]]);
  const twice = facts.drawsDefault && buttons.includes("open");
  return twice ? drawn : [defaultAction, labels.open, ...drawn];
}

export type Pressed = { readonly kind: "button"; readonly button: NoticeButton } | { readonly kind: "opened" };

/** What an action key of ActionInvoked means; undefined for one that Baton never offered. */
export function pressed(action: unknown): Pressed | undefined {
  if (action === defaultAction) return { kind: "opened" };
  const button = noticeButtons.find((one) => one === action);
  return button && { kind: "button", button };
}

/** GNOME shows what is low only in its list, without a banner: so no page, however minor, is. */
const urgency: Readonly<Record<Severity, number>> = { critical: 2, major: 1, minor: 1, info: 0 };

/** Of the Sound Naming Specification. */
const sounds = { notice: "message-new-instant", alarm: "alarm-clock-elapsed" } as const;

function hints(notice: NoticeContent, facts: ServerFacts): readonly Hint[] {
  const all: Hint[] = [
    ["urgency", ["y", urgency[notice.severity]]],
    ["category", ["s", "x-baton.notice"]],
    ["desktop-entry", ["s", "baton"]],
    // After a crash the server's ids are forgotten, and only dunst and its kin, which replace by this tag, can still tell
    // that a notice shown again is the one on the screen.
    ["x-dunst-stack-tag", ["s", notice.key]],
  ];
  // It stays when a button is pressed: whether the press was taken is known only when Baton closes it.
  if (notice.severity === "critical") all.push(["resident", ["b", true]]);
  if (facts.sound) {
    all.push(notice.sound === "none" ? ["suppress-sound", ["b", true]] : ["sound-name", ["s", sounds[notice.sound]]]);
  }
  return all;
}
