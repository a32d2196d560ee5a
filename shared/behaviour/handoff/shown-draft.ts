import { minute } from "../../time/duration.ts";
import type { Instant } from "../../time/instant.ts";
import type { AppState } from "../../state/state.ts";
import { draftOf, type Draft } from "./draft.ts";
import { dutyKey } from "../../handoff/handoff-state.ts";
import type { MyDuty } from "./my-duty.ts";
import { openWork } from "./open-work.ts";

type Shown = { readonly basis: readonly unknown[]; readonly draft: Draft | undefined };

// Screens are told of every poll and of much besides, most of which changes nothing here.
const last = new WeakMap<AppState["incidents"], Shown>();

/** The draft for a screen: made anew where anything that it says may be another, and each minute for what lies ahead. */
export function shownDraft(state: AppState, mine: MyDuty, now: Instant): Draft | undefined {
  const basis = basisOf(state, mine, now);
  const before = last.get(state.incidents);
  if (before?.basis.every((part, index) => part === basis[index])) return before.draft;
  const draft = draftOf(state, mine, { now });
  last.set(state.incidents, { basis, draft });
  return draft;
}

function basisOf(state: AppState, { me, duty, next }: MyDuty, now: Instant): readonly unknown[] {
  const team = state.loaded?.team;
  return [
    team,
    team && openWork(state.incidents, { team, schedule: duty.schedule, now }),
    state.tasks,
    state.recentLog,
    state.handoffs.draft,
    dutyKey(duty),
    duty.from,
    duty.to,
    me,
    next?.person,
    Math.floor(now / minute),
  ];
}
