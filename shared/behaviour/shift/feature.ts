import { quietEnds } from "../../paging/quiet-hours.ts";
import { shiftView } from "../../schedule/shift-view.ts";
import type { Feature } from "../../state/feature.ts";
import { quietOf } from "../../state/quiet.ts";
import { whoAmI } from "../../state/state.ts";
import { earliest } from "../../time/instant.ts";
import { shiftNotices, shiftWake } from "./shift-notices.ts";

/** My shifts: where I stand, and what I am told when one is near, begins or ends. */
export const shift = {
  settle: [
    { step: shiftNotices, wake: (state, now) => earliest(shiftWake(state, now), quietEnds(quietOf(state), now)) },
  ],
  view: (state, { now }) => ({
    shift: state.loaded
      ? shiftView(state.loaded.team, whoAmI(state), now)
      : { standing: "unknown" as const, onCallNow: [] },
  }),
} satisfies Feature;
