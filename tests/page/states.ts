import { handoffStates } from "./states/handoffs.ts";
import { incidentStates } from "./states/incidents.ts";
import { logStates } from "./states/logs.ts";
import { nowStates } from "./states/now.ts";
import { runbookStates } from "./states/runbooks.ts";
import { scheduleStates } from "./states/schedules.ts";
import { settingsStates } from "./states/settings.ts";
import type { State } from "./states/state.ts";

/** Every state that the screen is designed for, by the name that `?state=` gives. */
export const states = {
  ...nowStates,
  ...incidentStates,
  ...scheduleStates,
  ...runbookStates,
  ...handoffStates,
  ...logStates,
  ...settingsStates,
} satisfies Readonly<Record<string, State>>;

export type StateName = keyof typeof states;

export const isStateName = (name: string): name is StateName => Object.hasOwn(states, name);
