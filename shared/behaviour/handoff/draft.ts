import { checklistOf, type ChecklistItem } from "../../handoff/checklist.ts";
import { noWords, type DraftFacts, type OwnWords } from "../../handoff/draft.ts";
import type { Duty } from "../../handoff/handoff.ts";
import { reportOf } from "../../handoff/report.ts";
import { usualItems } from "../../handoff/usual-items.ts";
import { nameOf } from "../../team/lookup.ts";
import type { PersonId } from "../../team/team.ts";
import type { Instant } from "../../time/instant.ts";
import type { AppState } from "../../state/state.ts";
import { draftFacts } from "./draft-facts.ts";
import { dutyKey } from "../../handoff/handoff-state.ts";
import type { MyDuty } from "./my-duty.ts";

/** The handoff as it would be offered now. */
export type Draft = {
  readonly facts: DraftFacts;
  readonly words: OwnWords;
  readonly checklist: readonly ChecklistItem[];
  /** Markdown. */
  readonly report: string;
};

export type Asking = { readonly now: Instant; readonly to?: PersonId; readonly because?: string };

/** Made anew at every look, so that it is always current. */
export function draftOf(state: AppState, { me, duty, next }: MyDuty, { now, to, because }: Asking): Draft | undefined {
  const { loaded } = state;
  const facts = draftFacts(state, duty, { me, now });
  if (!loaded || !facts) return undefined;
  const words = wordsOf(state, duty);
  const checklist = checklistOf(loaded.team.handoff.checklist ?? usualItems, facts, words);
  const taker = to ?? next?.person;
  const name = (id: string): string => nameOf(loaded.team, id);
  const report = reportOf({
    facts,
    words,
    checklist,
    nameOf: name,
    ...(taker !== undefined && { to: name(taker) }),
    ...(because !== undefined && { unfinishedBecause: because }),
  });
  return { facts, words, checklist, report };
}

/** What was said of this duty; of another one nothing is taken over. */
export const wordsOf = ({ handoffs: { draft } }: AppState, duty: Duty): OwnWords =>
  draft?.duty === dutyKey(duty) ? draft.words : noWords;
