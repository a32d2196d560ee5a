/** One of the usual items, or the words of an item of the team's own. */
export type ItemId = string;

/** The usual checklist, in order (002-3, 002-7). */
export const usualItems = [
  "support-channels",
  "console",
  "incidents-described",
  "log-up-to-date",
  "runbooks-written",
  "next-informed",
  "checkbox-moved",
  "list-shuffled",
] as const;
export type UsualItem = (typeof usualItems)[number];

export const isUsual = (id: ItemId): id is UsualItem => (usualItems as readonly string[]).includes(id);
