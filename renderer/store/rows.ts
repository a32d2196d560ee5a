import type { IncidentRow, IncidentsChange } from "../../shared/incident/incident-shape.ts";
import { compareRows } from "../../shared/incident/priority.ts";

/** The incident list by id and in the order of priority, with the parts of a change that is not complete yet. */
export type Rows = {
  readonly byId: ReadonlyMap<string, IncidentRow>;
  readonly sorted: readonly IncidentRow[];
  readonly arriving?: Arriving;
};

type Arriving = {
  readonly reset: boolean;
  readonly rows: ReadonlyMap<string, IncidentRow>;
  readonly removed: ReadonlySet<string>;
};

export const noRows: Rows = { byId: new Map(), sorted: [] };

/** Takes one part of a change. Nothing shows until the change is complete; then all of it shows at once. */
export function applyChange(rows: Rows, change: IncidentsChange): Rows {
  const arriving = gather(rows.arriving, change);
  if (!change.complete) return { ...rows, arriving };
  return arriving.reset ? replaceAll(arriving) : replaceSome(rows, arriving);
}

/** A connection that ended in the middle of a change leaves a part of it behind. */
export const dropArriving = ({ byId, sorted }: Rows): Rows => ({ byId, sorted });

function gather(before: Arriving | undefined, change: IncidentsChange): Arriving {
  const rows = new Map(before?.rows);
  const removed = new Set(before?.removed);
  for (const row of change.rows) {
    rows.set(row.id, row);
    removed.delete(row.id);
  }
  for (const id of change.removed) {
    rows.delete(id);
    removed.add(id);
  }
  return { reset: change.reset || before?.reset === true, rows, removed };
}

const replaceAll = ({ rows }: Arriving): Rows => ({ byId: rows, sorted: [...rows.values()].sort(compareRows) });

function replaceSome({ byId, sorted }: Rows, { rows, removed }: Arriving): Rows {
  const next = new Map(byId);
  for (const [id, row] of rows) next.set(id, row);
  for (const id of removed) next.delete(id);
  const untouched = sorted.filter((row) => !rows.has(row.id) && !removed.has(row.id));
  return { byId: next, sorted: merge(untouched, [...rows.values()].sort(compareRows)) };
}

/** Merges two sorted lists: a change of a few rows costs one pass, not a sort of all. */
function merge(a: readonly IncidentRow[], b: readonly IncidentRow[]): readonly IncidentRow[] {
  const merged: IncidentRow[] = [];
  let next = 0;
  for (const row of a) {
    for (let other = b[next]; other !== undefined && compareRows(other, row) < 0; other = b[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(row);
  }
  return [...merged, ...b.slice(next)];
}
