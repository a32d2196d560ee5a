import { escalates } from "../incident/incident-row.ts";
import { dutyAt } from "../state/duty.ts";
import type { Look } from "../state/look.ts";
import type { AppState } from "../state/state.ts";
import { features, type Views } from "./features.ts";
import type { Snapshot } from "./snapshot-shape.ts";
import { traySummary } from "./tray-summary.ts";

/** What the host knows and the core does not: itself, and its secret store. */
export type HostFacts = Pick<Snapshot, "version" | "host" | "zone" | "secretKeeping" | "trayAvailable"> &
  Pick<Look, "secrets" | "teamRevision"> & { readonly inbox?: NonNullable<Snapshot["inbox"]> };

/** The whole of what a screen shows but the rows of the list, which are made and sent apart. */
export function snapshot(state: AppState, host: HostFacts, at: Pick<Look, "now" | "tally">): Snapshot {
  const { now, tally } = at;
  const { teamRevision, secrets, ...facts } = host;
  const views = viewsOf(state, { now, tally, secrets, teamRevision });
  const first = tally.mine.first && state.incidents.get(tally.mine.first.id);
  const next = first && state.loaded && escalates(first, dutyAt(state.loaded.team, now));
  return {
    ...facts,
    ...views,
    now,
    tray: traySummary(state, { shift: views.shift, tally, ...(next && { escalates: next }) }, now),
    secrets: secrets.map((secret) => ({ ...secret, usedBy: [...secret.usedBy] })),
  };
}

/** The features' views, together; their types say what that is. */
const viewsOf = (state: AppState, look: Look): Views =>
  Object.assign({}, ...features.map(({ view }) => view?.(state, look) ?? {})) as Views;
