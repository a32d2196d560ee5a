import type { Instant } from "../time/instant.ts";
import { isUsual, type ItemId, type UsualItem } from "./usual-items.ts";
import { undescribed, unpromised, type DraftFacts, type OwnWords } from "./draft.ts";

/** What Baton found when it looked by itself. */
export type Finding =
  | { readonly kind: "none-open" }
  | { readonly kind: "all-described"; readonly count: number }
  | { readonly kind: "not-described"; readonly count: number }
  | { readonly kind: "none-missing" }
  | { readonly kind: "all-promised"; readonly count: number }
  | { readonly kind: "not-promised"; readonly count: number }
  /** Done by the acceptance itself. */
  | { readonly kind: "by-acceptance" }
  | { readonly kind: "shuffled"; readonly order: readonly string[] };

export type Standing =
  | { readonly kind: "open"; readonly finding?: Finding }
  | { readonly kind: "ticked"; readonly at: Instant }
  | { readonly kind: "done-by-baton"; readonly finding: Finding }
  | { readonly kind: "waived"; readonly sentence: string };

export type ChecklistItem = {
  readonly id: ItemId;
  /** Whether a person can tick it; what Baton can see for itself is not taken on somebody's word. */
  readonly byHand: boolean;
  readonly standing: Standing;
};

/** The list of a draft. Shuffling is asked of nobody but the last of a list that is shuffled. */
export function checklistOf(ids: readonly ItemId[], facts: DraftFacts, words: OwnWords): readonly ChecklistItem[] {
  return ids
    .filter((id) => id !== "list-shuffled" || facts.nextOrder !== undefined)
    .map((id) => {
      const look = isUsual(id) ? looks[id] : undefined;
      const byHand = look === undefined;
      return { id, byHand, standing: standingOf(id, words, look?.(facts, words)) };
    });
}

function standingOf(id: ItemId, words: OwnWords, found: Found | undefined): Standing {
  if (found?.done) return { kind: "done-by-baton", finding: found.finding };
  const at = words.ticks[id];
  if (!found && at !== undefined) return { kind: "ticked", at };
  const sentence = words.waivers[id];
  if (sentence !== undefined) return { kind: "waived", sentence };
  return { kind: "open", ...(found && { finding: found.finding }) };
}

type Found = { readonly done: boolean; readonly finding: Finding };
type Look = (facts: DraftFacts, words: OwnWords) => Found;

const looks: Partial<Readonly<Record<UsualItem, Look>>> = {
  "incidents-described": (facts, words) => {
    const left = undescribed(facts, words).length;
    if (left > 0) return { done: false, finding: { kind: "not-described", count: left } };
    const { length } = facts.open;
    return { done: true, finding: length === 0 ? { kind: "none-open" } : { kind: "all-described", count: length } };
  },
  "runbooks-written": (facts) => {
    const left = unpromised(facts).length;
    if (left > 0) return { done: false, finding: { kind: "not-promised", count: left } };
    const { length } = facts.missing;
    return { done: true, finding: length === 0 ? { kind: "none-missing" } : { kind: "all-promised", count: length } };
  },
  "checkbox-moved": () => ({ done: true, finding: { kind: "by-acceptance" } }),
  "list-shuffled": ({ nextOrder = [] }) => ({ done: true, finding: { kind: "shuffled", order: nextOrder } }),
};

/** The items that are neither done nor waived: what is said before the baton is offered. */
export const unfinished = (items: readonly ChecklistItem[]): readonly ChecklistItem[] =>
  items.filter(({ standing }) => standing.kind === "open");
