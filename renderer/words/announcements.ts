import type { Instant } from "../../shared/time/instant.ts";
import { length } from "../../shared/time/phrase.ts";

export const announcementWords = {
  region: "Announcements",
  dismiss: "Dismiss",
  details: "Text",
  textOf: (title: string): string => `Text of: ${title}`,
  copyOf: (title: string): string => `Copy: ${title}`,
  dismissOf: (title: string): string => `Dismiss: ${title}`,
  ago: (at: Instant, now: Instant): string => (now - at < 60_000 ? "just now" : `${length(now - at)} ago`),
} as const;
