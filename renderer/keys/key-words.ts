import type { KeyAction } from "./keymap.ts";

export const keysTitle = "Keys";

export const keyWords: Readonly<Record<KeyAction, string>> = {
  "view-now": "Now",
  "view-incidents": "Incidents",
  "view-schedule": "Schedule",
  "view-runbooks": "Runbooks",
  "view-handoff": "Handoff",
  "view-log": "Log",
  "view-insight": "Insight",
  "view-settings": "Settings",
  search: "Search",
  acknowledge: "Acknowledge",
  snooze: "Snooze",
  escalate: "Escalate",
  resolve: "Resolve",
  note: "Add a note",
  next: "Next incident or shift",
  previous: "Previous incident or shift",
  today: "Schedule: today",
  earlier: "Schedule: earlier",
  later: "Schedule: later",
  "hand-over": "Hand over",
  override: "Override the shift",
  swap: "Swap shifts",
  keys: "All keys",
  close: "Close",
};

/** Keys of the list alone. */
export const listKeys: readonly (readonly [string, string])[] = [
  ["Space", "Select"],
  ["Shift ↑ ↓", "Select a range"],
  ["Ctrl A", "Select all"],
  ["Enter", "Show all of it"],
];
