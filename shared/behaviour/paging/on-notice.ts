import type { IncidentId } from "../../incident/incident.ts";
import { drillNotice } from "../../paging/notice-facts.ts";
import type { NoticeKey } from "../../paging/notice.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Effect } from "../../state/effect.ts";
import type { EventOf, Stamp } from "../../state/event.ts";
import type { Telling } from "../../paging/telling.ts";
import type { AppState } from "../../state/state.ts";

/** The notification is on the screen: only now does it count as told. */
export const onShown = (state: AppState, { key }: EventOf<"notice-shown">): Decision => becomes(confirmed(state, key));

/**
 * No notification could be shown: a sound and the window stand in for it, so the incident counts as told. Mere news waits to be
 * seen, and what becomes of the pager check is its own to say.
 */
export function onNotShown(state: AppState, { key, severity }: EventOf<"notice-failed">, { now }: Stamp): Decision {
  if (key === drillNotice) return becomes(state);
  const entries = [{ at: now, kind: "notice-failed", body: { notice: key } }];
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
