import { becomes } from "../../state/decision.ts";
import type { Feature } from "../../state/feature.ts";
import { askForCover } from "./ask-for-cover.ts";
import { lastScheduleChange } from "./change-view.ts";
import {
  changeSchedule,
  keptChanges,
  onTeamFileKept,
  onTeamFileWritten,
  resumedChanges,
  undoScheduleChange,
} from "./on-schedule-change.ts";

/** Changes to schedules: written into the team file, and taken out of it again. */
export const schedule = {
  hear: {
    started: (state) => becomes({ ...state, scheduleChanges: resumedChanges(state.scheduleChanges.made) }),
    "team-loaded": (state) =>
      becomes(state.loaded ? { ...state, scheduleChanges: keptChanges(state, state.loaded) } : state),
    "team-file-written": onTeamFileWritten,
    "team-file-kept": onTeamFileKept,
  },
  command: {
    "change-schedule": changeSchedule,
    "undo-schedule-change": undoScheduleChange,
    "ask-for-cover": askForCover,
  },
  view: (state, { now }) => {
    const lastChange = lastScheduleChange(state, now);
    return { ...(lastChange && { lastScheduleChange: lastChange }) };
  },
} satisfies Feature;
