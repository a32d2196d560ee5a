import type { IncidentRow } from "../../shared/incident/incident-shape.ts";

/**
 * `active` is the row that keys act on, `chosen` are the rows marked for a bulk action, `anchor` is where a range began.
 */
export type Selection = {
  readonly active?: string;
  readonly anchor?: string;
  readonly chosen: ReadonlySet<string>;
};

export const nothingChosen: Selection = { chosen: new Set() };

const indexOf = (rows: readonly IncidentRow[], id: string | undefined): number =>
  id === undefined ? -1 : rows.findIndex((row) => row.id === id);

/** Makes the row `by` places further active, staying within the list; the first row where none was active. */
export function step(selection: Selection, rows: readonly IncidentRow[], by: number): Selection {
  const from = indexOf(rows, selection.active);
  const to = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + by));
  const id = rows[to]?.id;
  return id === undefined ? selection : { ...selection, active: id };
}

/** Makes one row active and begins ranges there. */
export const activate = (selection: Selection, id: string): Selection => ({ ...selection, active: id, anchor: id });

/** Marks or unmarks one row. */
export function toggle(selection: Selection, id: string): Selection {
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  return { active: id, anchor: id, chosen };
}

/** Marks everything between the anchor and the row, both included. */
export function extendTo(selection: Selection, rows: readonly IncidentRow[], id: string): Selection {
  const anchor = selection.anchor ?? selection.active ?? id;
  const [a, b] = [indexOf(rows, anchor), indexOf(rows, id)];
  const range = rows.slice(Math.max(0, Math.min(a, b)), Math.max(a, b) + 1);
  return { active: id, anchor, chosen: new Set([...selection.chosen, ...range.map((row) => row.id)]) };
}

export const chooseAll = (selection: Selection, rows: readonly IncidentRow[]): Selection => ({
  ...selection,
  chosen: new Set(rows.map((row) => row.id)),
});

export const chooseNone = ({ active, anchor }: Selection): Selection => ({
  ...(active === undefined ? {} : { active }),
  ...(anchor === undefined ? {} : { anchor }),
  chosen: new Set(),
});

/** After the list changed: what is gone is no longer chosen, and the row that took the active row's place becomes active. */
export function follow(selection: Selection, before: readonly IncidentRow[], rows: readonly IncidentRow[]): Selection {
  const here = new Set(rows.map((row) => row.id));
  const chosen = new Set([...selection.chosen].filter((id) => here.has(id)));
  const unchosen = chosen.size === selection.chosen.size ? selection.chosen : chosen;
  if (selection.active === undefined || here.has(selection.active)) return { ...selection, chosen: unchosen };
  const place = Math.max(0, indexOf(before, selection.active));
  const active = rows[Math.min(place, rows.length - 1)]?.id;
  return { ...(active === undefined ? {} : { active, anchor: active }), chosen: unchosen };
}
