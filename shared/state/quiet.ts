import type { Quiet } from "../paging/quiet-hours.ts";
import { findPerson } from "../team/lookup.ts";
import { whoAmI, type AppState } from "./state.ts";

/** The quiet that holds for me: what I asked for, and the team's quiet hours in my zone. */
export function quietOf(state: AppState): Quiet {
  const team = state.loaded?.team;
  const me = whoAmI(state);
  const zone = (team && me !== undefined ? findPerson(team, me)?.timezone : undefined) ?? team?.timezone ?? "UTC";
  return {
    zone,
    ...(state.quietUntil !== undefined && { until: state.quietUntil }),
    ...(team?.quietHours && { hours: team.quietHours }),
  };
}
