import type { NoticeContent } from "../../shared/paging/notice.ts";

/** A page as Baton sends it; a test says only what it is about. */
export const aNotice = (parts: Partial<NoticeContent> = {}): NoticeContent => ({
  key: "incident/ledger-late",
  title: "Critical · Aggregate Profit",
  body: "Ledger is late\nRespond by 03:12 · pages Emily at 03:27",
  severity: "critical",
  buttons: ["acknowledge", "snooze", "open"],
  sound: "alarm",
  sticky: true,
  ...parts,
});

export const buttonLabels = {
  acknowledge: "Acknowledge",
  snooze: "Snooze 15 min",
  "hand-over": "Hand over",
  accept: "Accept handoff",
  open: "Open",
} as const;

/** Text from outside that means something to a shell, to a markup reader, to an option parser or to a terminal. */
export const hostileTexts: readonly string[] = [
  "--help",
  "-u critical",
  "<b>bold</b> & <img src='file:///etc/hostname'> &amp; &#x41; ]]>",
  '<unclosed <a href="https://evil.example">click',
  "$(touch pwned) `touch pwned` ${HOME} ; | & > pwned \"' !!",
  "back\\slash \\n \\x41 \\101 100% %s %n",
  "\u202Eright to left\u202C \u2066isolated\u2069 \u200B",
  "\u001b[31mred\u001b[0m \u0007 \u0008 \u007f tab\tand\r\nlines",
  "nul\u0000inside",
  "half a pair \ud83d",
  "💥".repeat(300),
  "x".repeat(100_000),
];
