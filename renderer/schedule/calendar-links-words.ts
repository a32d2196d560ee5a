import type { CalendarLink } from "../../shared/rpc/calendar-contract.ts";

export const calendarWords = {
  title: "In your calendar",
  whose: "Calendar of",
  mine: (name: string): string => `${name} (me)`,
  all: "Everybody",
  schedule: (name: string): string => `Schedule ${name}`,
  copy: "Copy calendar link",
  export: "Export…",
  renew: "New link",
  copied: "Link copied. Add it to a calendar program on this computer.",
  notCopied: "The link could not be copied.",
  renewed: "New link copied. The one before no longer works.",
  exported: "The calendar is on its way to your downloads.",
  failed: "Baton's host did not answer.",
  secrecy:
    "Whoever has the link sees the schedule. It works on this computer only, while Baton runs; for other calendars, export a file.",
} as const;

const refusals: Readonly<Record<Extract<CalendarLink, { kind: "refused" }>["reason"], string>> = {
  "no-team": "No team file is loaded.",
  "not-found": "The team file no longer has it.",
  "not-kept": "The link could not be written to disk.",
  "not-listening": "Baton could not listen on this computer, so nothing lies at an address.",
  invalid: "That is no calendar.",
};

export const linkRefusal = (reason: keyof typeof refusals): string => refusals[reason];
