import type { Incident, IncidentId } from "../incident/incident.ts";
import { cleanLine } from "../text/clean.ts";
import { journalEntry, type JournalBody } from "../log/journal-kinds.ts";
import { findService } from "../team/lookup.ts";
import type { Instant } from "../time/instant.ts";
import type { Entry } from "./effect.ts";
import type { AppState } from "./state.ts";

type Changes = { readonly changed: readonly IncidentId[]; readonly now: Instant };

/** What the journal says of incidents that changed: which began, came back, were taken, ended, or are judged otherwise by their source. */
export function standingEntries(before: AppState, after: AppState, { changed, now }: Changes): readonly Entry[] {
  return changed.flatMap((id): readonly Entry[] => {
    const [was, incident] = [before.incidents.get(id), after.incidents.get(id)];
    if (!incident) return [];
    if (incident.standing.kind !== was?.standing.kind) {
      return [journalEntry(now, `incident-${incident.standing.kind}`, incidentFacts(after, incident))];
    }
    const { severity } = incident;
    return severity === was.severity
      ? []
      : [journalEntry(now, "incident-rated", { incident: id, from: was.severity, severity })];
  });
}

/** Characters of a title that a line keeps. */
const longestTitle = 200;

/** Enough of an incident to read the line by itself, long after the incident is forgotten. */
function incidentFacts({ loaded }: AppState, incident: Incident): JournalBody<"incident-triggered"> {
  const { id, source, alert, severity, service: serviceId, openedAt, respondedAt, respondBy, resolveBy } = incident;
  const service = loaded && serviceId !== undefined ? findService(loaded.team, serviceId) : undefined;
  const by = byOf(incident);
  return {
    incident: id,
    source,
    key: alert.key,
    severity,
    openedAt,
    ...(serviceId !== undefined && { service: serviceId }),
    ...(service?.sensitive !== true && { title: cleanLine(alert.title, longestTitle) }),
    ...(service?.investorImpact === true && { investorImpact: true }),
    ...(by !== undefined && { by }),
    ...(respondedAt !== undefined && { respondedAt }),
    ...(respondBy !== undefined && { respondBy }),
    ...(resolveBy !== undefined && { resolveBy }),
  };
}

const byOf = ({ standing }: Incident): string | undefined => ("by" in standing ? standing.by : undefined);
