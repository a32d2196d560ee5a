import { knownLine, type JournalLine } from "../log/journal-kinds.ts";
import type { LoggedIncident, LogNames } from "../log/log-item.ts";
import { incidentsNamedIn } from "../log/log-items.ts";
import { findSchedule, findService, nameOf } from "../team/lookup.ts";
import type { Severity } from "../team/team.ts";
import { scheduleName } from "../team/named.ts";
import type { AppState } from "./state.ts";
import { findSource } from "../team/watched-source.ts";

/** What is known of an incident that the state has forgotten. */
export type LoggedFacts = {
  readonly id: string;
  readonly title?: string;
  readonly service?: string;
  readonly severity: Severity;
};

/** Names as the team has them now; incidents as the state knows them, else as `past` has them, else as the lines tell. */
export function logNames(state: AppState, lines: readonly JournalLine[], past: readonly LoggedFacts[] = []): LogNames {
  const team = state.loaded?.team;
  const told = factsIn(state, lines);
  for (const incident of past) told.set(incident.id, logged(state, incident));
  return {
    person: (id) => ({ id, name: team === undefined ? id : nameOf(team, id) }),
    source: (id) => (team === undefined ? id : (findSource(team, id)?.name ?? id)),
    schedule: (id) => {
      const schedule = team && findSchedule(team, id);
      return schedule ? scheduleName(schedule) : id;
    },
    incident: (id) => {
      const incident = state.incidents.get(id);
      return incident ? logged(state, { ...incident, title: incident.alert.title }) : (told.get(id) ?? { id });
    },
  };
}

function factsIn(state: AppState, lines: readonly JournalLine[]): Map<string, LoggedIncident> {
  const wanted = incidentsNamedIn(lines);
  const facts = new Map<string, LoggedIncident>();
  for (const line of lines) {
    const known = knownLine(line);
    if (known?.kind !== "incident-resolved" && known?.kind !== "incident-acknowledged") continue;
    const { incident: id, ...rest } = known.body;
    if (wanted.has(id)) facts.set(id, logged(state, { id, ...rest }));
  }
  return facts;
}

/** The log is exported and handed on, so a sensitive title stays out of it even where the screen shows it. */
function logged({ loaded }: AppState, { id, title, service: serviceId, severity }: LoggedFacts): LoggedIncident {
  const service = loaded && serviceId !== undefined ? findService(loaded.team, serviceId) : undefined;
  const name = service?.name ?? serviceId;
  return {
    id,
    severity,
    ...(name !== undefined && { service: name }),
    ...(service?.sensitive === true ? { sensitive: true } : title !== undefined && { title }),
  };
}
