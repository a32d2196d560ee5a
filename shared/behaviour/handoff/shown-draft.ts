import { memoizeLast, type Basis } from "../../memoize.ts";
import { minute } from "../../time/duration.ts";
import type { Instant } from "../../time/instant.ts";
import type { AppState } from "../../state/state.ts";
import { draftOf, type Draft } from "./draft.ts";
import { dutyKey } from "../../handoff/handoff-state.ts";
import type { MyDuty } from "./my-duty.ts";
import { openWork } from "./open-work.ts";

// Screens are told of every poll and of much besides, most of which changes nothing here.
const drafts = memoizeLast<Draft | undefined>();

/** The draft for a screen: made anew where anything that it says may be another, and each minute for what lies ahead. */
export const shownDraft = (state: AppState, mine: MyDuty, now: Instant): Draft | undefined =>
  drafts(state.incidents, basisOf(state, mine, now), () => draftOf(state, mine, { now }));

function basisOf(state: AppState, { me, duty, next }: MyDuty, now: Instant): Basis {
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
