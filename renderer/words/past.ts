import { categories, type Category } from "../../shared/log/categories.ts";
import { categoryWords, notePartWords } from "../../shared/log/note-markdown.ts";
import type { NotePart } from "../../shared/log/past-incident.ts";
import type { Recurring } from "../../shared/rpc/past-contract.ts";
import { length, relative } from "../../shared/time/phrase.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { count } from "../../shared/text/sentence.ts";

export const pastWords = {
  title: "Seen before",
  readNote: "What was written then",
  open: "Open",
  note: "Post-incident note",
  write: "Write post-incident note",
  edit: "Change the note",
  copy: "Copy as Markdown",
  category: "Category",
  chooseCategory: "Choose a category",
  needsCategory: "Choose what kind of incident it was.",
  save: "Save note",
  drafted: "Drafted from the timeline. Only you know the cause.",
  by: (name: string): string => `Written by ${name}`,
} as const;

export const categoryChoices: readonly (readonly [Category, string])[] = categories.map((category) => [
  category,
  categoryWords[category],
]);
export const categoryWord = (category: Category): string => categoryWords[category];
export const partWord = (part: NotePart): string => notePartWords[part];

/** "It fired 3 times in the 30 days before, last 2 d ago." */
export function recurrenceWords({ count: times, lastAt }: Recurring, now: Instant): string {
  if (lastAt === undefined) return "This alert has not fired before, but others like it have:";
  const last = `last ${relative(lastAt, now)}`;
  return times === 0 ? `It fired before, ${last}.` : `It fired ${count(times, "time")} in the 30 days before, ${last}.`;
}

/** Why an incident of the past is shown. */
export function whyWords({ why, openedAt, resolvedAt }: Recurring["similar"][number], now: Instant): string {
  const when = `${relative(openedAt, now)}, resolved after ${length(resolvedAt - openedAt)}`;
  return why.kind === "same-key"
    ? `The same alert, ${when}`
    : `Same service, ${when}; also says ${why.words.slice(0, 4).join(", ")}`;
}
