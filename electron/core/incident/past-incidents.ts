import { knownLine } from "../../../shared/log/journal-kinds.ts";
import type { PastIncident } from "../../../shared/log/past-incident.ts";
import type { AppState } from "../../../shared/state/state.ts";
import { cleanLine } from "../../../shared/text/clean.ts";
import type { Incident } from "../../../shared/incident/incident.ts";
import { findService } from "../../../shared/team/lookup.ts";
import type { StoreChange } from "../ports.ts";
import type { JournalEntry } from "../records.ts";

/* What the store keeps of incidents beyond the state, which forgets them after a week. */

const longestTitle = 200;

/** The incidents that ended, or changed after they did, between two states. */
export function endedBetween(before: AppState, after: AppState): readonly PastIncident[] {
  if (before.incidents === after.incidents) return [];
  const ended: PastIncident[] = [];
  for (const [id, incident] of after.incidents) {
    if (incident.standing.kind !== "resolved" || before.incidents.get(id) === incident) continue;
    ended.push(pastIncident(after, incident, incident.standing));
  }
  return ended;
}

function pastIncident(
  { loaded }: AppState,
  incident: Incident,
  { at, by }: Extract<Incident["standing"], { kind: "resolved" }>,
): PastIncident {
  const { id, source, severity, service: serviceId, openedAt, respondedAt, alert } = incident;
  const service = loaded && serviceId !== undefined ? findService(loaded.team, serviceId) : undefined;
  return {
    id,
    source,
    key: alert.key,
    severity,
    openedAt,
    resolvedAt: at,
    ...(serviceId !== undefined && { service: serviceId }),
    ...(service?.sensitive !== true && { title: cleanLine(alert.title, longestTitle) }),
    ...(respondedAt !== undefined && { respondedAt }),
    ...(by !== undefined && { by }),
  };
}

/** The notes that lines of the journal carry, to be kept with their incidents. */
export function notesIn(entries: readonly JournalEntry[]): NonNullable<StoreChange["notes"]> {
  return entries.flatMap((entry) => {
    const line = knownLine({ seq: 0, ...entry });
    if (line?.kind !== "post-incident-note") return [];
    const { incident, ...note } = line.body;
    return [{ incident, note: { ...note, at: line.at } }];
  });
}
