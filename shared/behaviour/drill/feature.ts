import { drillNotice } from "../../paging/notice-facts.ts";
import { becomes } from "../../state/decision.ts";
import type { Feature } from "../../state/feature.ts";
import { drillEndsAt, drillShown, endDrill, failDrill, passDrill, startDrill } from "./drill.ts";

/** The pager check: a notice that goes the way of a page, and the press that answers it. */
export const drill = {
  hear: {
    "notice-shown": (state, { key }, stamp) => (key === drillNotice ? drillShown(state, stamp) : becomes(state)),
    "notice-failed": (state, { key }, stamp) => (key === drillNotice ? failDrill(state, stamp) : becomes(state)),
    "notice-button": (state, { key, button }, stamp) =>
      key === drillNotice && button === "acknowledge" ? passDrill(state, stamp) : becomes(state),
  },
  command: {
    "pager-check": (state, _command, stamp) => startDrill(state, stamp),
    "answer-drill": (state, _command, stamp) => passDrill(state, stamp),
  },
  settle: [{ step: endDrill, wake: drillEndsAt }],
  view: (state) => ({ ...(state.drill && { drill: state.drill }) }),
} satisfies Feature;
