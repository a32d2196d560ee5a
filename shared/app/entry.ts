import type { IncidentId } from "../incident/incident.ts";
import type { Instant } from "../time/instant.ts";
import type { Entry } from "./effect.ts";
import type { AppState } from "./state.ts";

/** What the journal says of incidents that changed: which began, came back, were taken or ended. */
export function standingEntries(
  before: AppState,
  after: AppState,
  { changed, now }: { readonly changed: readonly IncidentId[]; readonly now: Instant },
): readonly Entry[] {
  return changed.flatMap((id) => {
    const incident = after.incidents.get(id);
    const was = before.incidents.get(id)?.standing.kind;
    if (!incident || incident.standing.kind === was) return [];
    const { source, key, severity, service, standing } = incident;
    const body = { incident: id, source, key, severity, ...(service !== undefined && { service }) };
    return [{ at: now, kind: `incident-${standing.kind}`, body }];
  });
}
