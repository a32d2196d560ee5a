import { isOpen } from "../../incident/incident.ts";
import { journalEntry } from "../../log/journal-kinds.ts";
import { snoozedByButton } from "../../paging/notice-policy.ts";
import { idleWake } from "../../state/idle.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import { dutyWake } from "../../state/duty.ts";
import type { EventOf, Stamp } from "../../state/event.ts";
import { neverByTime, type Feature } from "../../state/feature.ts";
import type { Look } from "../../state/look.ts";
import { incidentsOfNotice } from "../../state/notices.ts";
import type { AppState } from "../../state/state.ts";
import { watchedSources } from "../../team/watched-source.ts";
import { earliest } from "../../time/instant.ts";
import { acknowledge, addNote, escalate, resolve, setSeverity, snooze, unacknowledge } from "./carry-out.ts";
import { incidentDetail } from "./incident-detail.ts";
import { markQuiet, settleIncidents } from "./settle-incidents.ts";

/** What burns: how it is taken, passed on, judged and ended. */
export const incident = {
  hear: {
    "team-loaded": (state, _event, stamp) => dropForeign(state, stamp),
    "notice-button": onButton,
  },
  command: {
    acknowledge,
    unacknowledge,
    snooze,
    resolve,
    escalate,
    "add-note": addNote,
    "set-severity": setSeverity,
  },
  settle: [
    { step: settleIncidents, wake: (state, now) => earliest(idleWake(state, now), dutyWake(state, now)) },
    { step: markQuiet, wake: neverByTime },
  ],
  view,
} satisfies Feature;

/** Incidents of sources that the team no longer has are over: none will ever end them, and the journal says why nothing more is heard. */
function dropForeign(state: AppState, { now }: Stamp): Decision {
  const watched = new Set(state.loaded && watchedSources(state.loaded.team).map(({ id }) => id));
  const gone = [...state.incidents.values()].filter(({ source }) => !watched.has(source));
  if (gone.length === 0) return becomes(state);
  const incidents = new Map(state.incidents);
  for (const { id } of gone) incidents.delete(id);
  const dropped = gone.filter(isOpen).map(({ id }) => id);
  const entries = dropped.length === 0 ? [] : [journalEntry(now, "incidents-dropped", { incidents: dropped })];
  return { ...becomes({ ...state, incidents }), entries };
}

/** A button of a notification does what it says for all that the notification stands for. */
function onButton(state: AppState, { key, button }: EventOf<"notice-button">, stamp: Stamp): Decision {
  const ids = incidentsOfNotice(state, key);
  if (ids.length === 0) return becomes(state);
  switch (button) {
    case "acknowledge":
      return acknowledge(state, { kind: "acknowledge", ids }, stamp);
    case "snooze":
      return snooze(state, { kind: "snooze", ids, for: snoozedByButton }, stamp);
    case "accept":
      return becomes(state);
  }
}

function view(state: AppState, { now, tally }: Look) {
  const current = tally.current && incidentDetail(state, tally.current.id, now);
  return {
    ...(current && { current }),
    counts: tally.counts,
    ...(state.quietSince !== undefined && { quietSince: state.quietSince }),
  };
}
