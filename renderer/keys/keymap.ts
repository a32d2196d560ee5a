/** What a single key asks for, wherever the focus is, unless somebody types. */
export type KeyAction =
  | "view-now"
  | "view-incidents"
  | "view-schedule"
  | "view-runbooks"
  | "view-handoff"
  | "view-log"
  | "view-insight"
  | "view-settings"
  | "search"
  | "acknowledge"
  | "snooze"
  | "escalate"
  | "resolve"
  | "note"
  | "hand-over"
  | "override"
  | "swap"
  | "next"
  | "previous"
  | "today"
  | "earlier"
  | "later"
  | "keys"
  | "close";

export const keymap: Readonly<Record<string, KeyAction>> = {
  "1": "view-now",
  "2": "view-incidents",
  "3": "view-schedule",
  "4": "view-runbooks",
  "5": "view-handoff",
  "6": "view-log",
  "7": "view-insight",
  "8": "view-settings",
  "/": "search",
  a: "acknowledge",
  s: "snooze",
  e: "escalate",
  r: "resolve",
  n: "note",
  h: "hand-over",
  o: "override",
  w: "swap",
  j: "next",
  k: "previous",
  t: "today",
  "[": "earlier",
  "]": "later",
  "?": "keys",
  Escape: "close",
};

/** The part of a keyboard event that decides. */
export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  /** Whether the focus is where letters are text. */
  readonly typing: boolean;
};

/** The action of a key press; undefined where the key belongs to somebody else. Only moving repeats while a key is held. */
export function actionOf(press: KeyPress): KeyAction | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return undefined;
  const action = Object.hasOwn(keymap, press.key) ? keymap[press.key] : undefined;
  if (action === undefined || (press.typing && action !== "close")) return undefined;
  return press.repeat && action !== "next" && action !== "previous" ? undefined : action;
}
