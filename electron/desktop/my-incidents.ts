import type { IncidentRow, IncidentsChange } from "../../shared/incident/incident-shape.ts";

/** The open incidents that are mine, followed through the changes of the whole list. */
export type MyIncidents = { apply(change: IncidentsChange): void; rows(): readonly IncidentRow[] };

export function followMyIncidents(): MyIncidents {
  let mine: ReadonlyMap<string, IncidentRow> = new Map();
  /** Parts of a change that is not complete; a list is never shown half. */
  let parts: readonly IncidentsChange[] = [];
  return {
    apply(change) {
      parts = [...parts, change];
      if (!change.complete) return;
      const next = new Map(parts.some((part) => part.reset) ? [] : mine);
      for (const { rows, removed } of parts) {
        for (const id of removed) next.delete(id);
        for (const row of rows) {
          if (isMineAndOpen(row)) next.set(row.id, row);
          else next.delete(row.id);
        }
      }
      mine = next;
      parts = [];
    },
    rows: () => [...mine.values()],
  };
}

const isMineAndOpen = (row: IncidentRow): boolean => row.mine && row.standing !== "resolved";
