import { compareRows } from "./priority.ts";
import type { Counts, IncidentRow } from "./incident-shape.ts";

/** What the rows of the list come to, all together. */
export type RowTally = {
  readonly counts: Counts;
  readonly open: number;
  readonly openBySource: ReadonlyMap<string, number>;
  /** The first open row that is not snoozed: mine before others', then by priority. */
  readonly current: IncidentRow | undefined;
  /** Of those that are mine and not muted; `first` is the triggered one that comes first. */
  readonly mine: {
    readonly triggered: number;
    readonly acknowledged: number;
    readonly first: IncidentRow | undefined;
  };
};

/** Adds up the rows of the list. */
export function tallyOf(rows: Iterable<IncidentRow>): RowTally {
  const counts = { triggered: 0, acknowledged: 0, snoozed: 0, resolved: 0, suppressed: 0, mine: 0 };
  const openBySource = new Map<string, number>();
  const mine: { triggered: number; acknowledged: number; first: IncidentRow | undefined } = {
    triggered: 0,
    acknowledged: 0,
    first: undefined,
  };
  let open = 0;
  let current: IncidentRow | undefined;
  for (const row of rows) {
    const { standing, suppressed, source } = row;
    if (suppressed && standing === "triggered") counts.suppressed += 1;
    else counts[standing] += 1;
    if (standing === "resolved") continue;
    open += 1;
    openBySource.set(source, (openBySource.get(source) ?? 0) + 1);
    if (standing !== "snoozed" && (!current || compareCurrent(row, current) < 0)) current = row;
    if (!row.mine) continue;
    counts.mine += 1;
    if (suppressed || standing === "snoozed") continue;
    mine[standing] += 1;
    if (standing === "triggered" && (!mine.first || compareRows(row, mine.first) < 0)) mine.first = row;
  }
  return { counts, open, openBySource, current, mine };
}

const compareCurrent = (a: IncidentRow, b: IncidentRow): number => Number(b.mine) - Number(a.mine) || compareRows(a, b);
