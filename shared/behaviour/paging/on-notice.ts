import { minute } from "../../time/duration.ts";
import type { IncidentId } from "../../incident/incident.ts";
import { drillNotice, handoffOfNotice, incidentNotice, summaryNotice } from "../../paging/notice-facts.ts";
import type { NoticeKey } from "../../paging/notice.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Effect } from "../../state/effect.ts";
import type { AppEvent, Stamp } from "../../state/event.ts";
import { drillShown, failDrill, passDrill } from "../drill/drill.ts";
import { onCommand } from "../../app/on-command.ts";
import type { AppState, Telling } from "../../state/state.ts";

const snoozeFor = 15 * minute;

/** The notification is on the screen: only now does it count as told. */
export function onShown(state: AppState, key: NoticeKey, stamp: Stamp): Decision {
  return key === drillNotice ? drillShown(state, stamp) : becomes(confirmed(state, key));
}

/** No notification could be shown: a sound and the window stand in for it, so the incident counts as told. Mere news waits to be seen. */
export function onNotShown(
  state: AppState,
  { key, severity }: Extract<AppEvent, { kind: "notice-failed" }>,
  stamp: Stamp,
): Decision {
  if (key === drillNotice) return failDrill(state, stamp);
  const entries = [{ at: stamp.now, kind: "notice-failed", body: { notice: key } }];
  const effects: readonly Effect[] = severity === "info" ? [] : [{ kind: "alarm", severity }];
  return { state: confirmed(state, key), effects, entries };
}

function confirmed(state: AppState, key: NoticeKey): AppState {
  let tellings: Map<IncidentId, Telling> | undefined;
  for (const telling of state.tellings.values()) {
    if (telling.shownAs === key && !telling.confirmed) {
      (tellings ??= new Map(state.tellings)).set(telling.incident, { ...telling, confirmed: true });
    }
  }
  return tellings ? { ...state, tellings } : state;
}

/** A button of a notification does what it says for all that the notification stands for. "Open" and "Hand over" are the host's to do. */
export function onButton(state: AppState, event: Extract<AppEvent, { kind: "notice-button" }>, stamp: Stamp): Decision {
  if (event.key === drillNotice) return event.button === "acknowledge" ? passDrill(state, stamp) : becomes(state);
  const handoff = handoffOfNotice(event.key);
  if (handoff !== undefined && event.button === "accept") {
    return onCommand(state, { kind: "accept-handoff", id: handoff }, stamp);
  }
  const ids = incidentsOf(state, event.key);
  if (ids.length === 0) return becomes(state);
  switch (event.button) {
    case "acknowledge":
      return onCommand(state, { kind: "acknowledge", ids }, stamp);
    case "snooze":
      return onCommand(state, { kind: "snooze", ids, for: snoozeFor }, stamp);
    case "accept":
    case "hand-over":
    case "open":
      return becomes(state);
  }
}

/** The incidents that a notification stands for. */
export function incidentsOf(state: AppState, key: NoticeKey): readonly IncidentId[] {
  if (key === summaryNotice) {
    return [...state.tellings.values()]
      .filter(({ shownAs }) => shownAs === summaryNotice)
      .map(({ incident }) => incident);
  }
  return [...state.incidents.keys()].filter((id) => incidentNotice(id) === key);
}
