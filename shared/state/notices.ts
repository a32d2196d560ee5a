import { incidentNotice, summaryNotice } from "../paging/notice-facts.ts";
import type { IncidentId } from "../incident/incident.ts";
import type { NoticeKey } from "../paging/notice.ts";
import type { AppState } from "./state.ts";

/** The incidents that a notification stands for. */
export function incidentsOfNotice(state: AppState, key: NoticeKey): readonly IncidentId[] {
  if (key === summaryNotice) {
    return [...state.tellings.values()]
      .filter(({ shownAs }) => shownAs === summaryNotice)
      .map(({ incident }) => incident);
  }
  return [...state.incidents.keys()].filter((id) => incidentNotice(id) === key);
}
