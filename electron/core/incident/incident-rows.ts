import { rowContext } from "../../../shared/state/row-context.ts";
import { incidentRow } from "../../../shared/incident/incident-row.ts";
import { tallyOf, type RowTally } from "../../../shared/incident/row-tally.ts";
import type { IncidentRow, IncidentsChange } from "../../../shared/incident/incident-shape.ts";
import { whoAmI, type AppState } from "../../../shared/state/state.ts";
import { idleAt } from "../../../shared/state/idle.ts";
import { dutyAt } from "../../../shared/state/duty.ts";
import { isMine } from "../../../shared/incident/escalation.ts";
import type { Incident } from "../../../shared/incident/incident.ts";
import type { Team } from "../../../shared/team/team.ts";
import type { Instant } from "../../../shared/time/instant.ts";

type Known = { readonly incident: Incident; readonly row: IncidentRow };

/** Rows in one push; a screen stays responsive between two. */
const rowsAtOnce = 500;

/** The rows of the incident list, made anew only where something changed, and what changed since the last look. */
export class IncidentRows {
  #known = new Map<string, Known>();
  #rows = new Map<string, IncidentRow>();
  #tally: RowTally | undefined;
  #team: Team | undefined;
  #basis: readonly unknown[] = [];

  /** What all rows come to. */
  get tally(): RowTally {
    return (this.#tally ??= tallyOf(this.#rows.values()));
  }

  /** Brings the rows up to a state; the changes to send, none where nothing changed. */
  update(state: AppState, now: Instant): readonly IncidentsChange[] {
    const team = state.loaded?.team;
    if (!team) return [];
    const duty = dutyAt(team, now);
    // Nothing that rows are made of has changed; outside of an idle span they may have to be made anew at any time.
    const basis = [idleAt(state, duty) ?? {}, whoAmI(state), state.outbox];
    if (basis.every((part, index) => part === this.#basis[index])) return [];
    this.#basis = basis;
    const context = rowContext(state, duty);
    const sameTeam = team === this.#team;
    const rows: IncidentRow[] = [];
    for (const incident of state.incidents.values()) {
      const known = this.#known.get(incident.id);
      if (sameTeam && known?.incident === incident && this.#stands(known.row, context, incident)) continue;
      const row = incidentRow(incident, context);
      this.#known.set(incident.id, { incident, row });
      if (!known || !sameRow(known.row, row)) rows.push(row);
    }
    this.#team = team;
    const removed =
      this.#known.size === state.incidents.size ? [] : [...this.#known.keys()].filter((id) => !state.incidents.has(id));
    if (rows.length === 0 && removed.length === 0) return [];
    this.#change(rows, removed);
    return parts({ reset: false, rows, removed });
  }

  /** The whole list, for a screen that has just come. */
  all(): readonly IncidentsChange[] {
    return parts({ reset: true, rows: [...this.#rows.values()], removed: [] });
  }

  /** What of a row can change while its incident does not: whose it is, and whether something waits to be sent. */
  #stands(row: IncidentRow, { duty, me, pending }: ReturnType<typeof rowContext>, incident: Incident): boolean {
    const mine = incident.standing.kind !== "resolved" && isMine(duty, incident, me);
    return row.mine === mine && row.unconfirmed === pending.has(row.id);
  }

  #change(changed: readonly IncidentRow[], removed: readonly string[]): void {
    this.#tally = undefined;
    for (const row of changed) this.#rows.set(row.id, row);
    for (const id of removed) {
      this.#rows.delete(id);
      this.#known.delete(id);
    }
  }
}

function sameRow(a: IncidentRow, b: IncidentRow): boolean {
  const keys = Object.keys(b) as (keyof IncidentRow)[];
  return keys.length === Object.keys(a).length && keys.every((key) => a[key] === b[key]);
}

/** Cuts a change into pushes; the first says whether it is a reset, the last that it is complete. */
function parts({ reset, rows, removed }: Omit<IncidentsChange, "complete">): readonly IncidentsChange[] {
  const count = Math.max(Math.ceil(rows.length / rowsAtOnce), 1);
  return Array.from({ length: count }, (_, index) => ({
    reset: reset && index === 0,
    complete: index === count - 1,
    rows: rows.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce),
    removed: index === 0 ? removed : [],
  }));
}
