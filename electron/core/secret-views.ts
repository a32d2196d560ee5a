import type { HostFacts } from "../../shared/app/snapshot.ts";
import { watchedSources } from "../../shared/team/watched-source.ts";
import { secretsOfCalendar } from "../../shared/providers/calendars.ts";
import { secretsOfReach } from "../../shared/providers/reach.ts";
import { secretsOfSource } from "../../shared/providers/sources.ts";
import type { Team } from "../../shared/team/team.ts";
import type { Secrets } from "./ports.ts";

/** The secrets that are kept or needed: their names, never their values. */
export function secretViews(team: Team | undefined, secrets: Pick<Secrets, "names">): HostFacts["secrets"] {
  const used = team ? usedBy(team) : new Map<string, readonly string[]>();
  const present = new Set(secrets.names());
  const names = new Set([...used.keys(), ...present]);
  return [...names].map((name) => ({ name, present: present.has(name), usedBy: used.get(name) ?? [] }));
}

/** The secrets that a team's sources and calendars use, each with the ids of those that use it. */
function usedBy(team: Team): ReadonlyMap<string, readonly string[]> {
  const used = new Map<string, readonly string[]>();
  const add = (id: string, names: readonly string[]): void => {
    for (const name of names) used.set(name, [...(used.get(name) ?? []), id]);
  };
  for (const { id, config, reach } of watchedSources(team)) {
    add(id, [...secretsOfSource(config), ...secretsOfReach(reach)]);
  }
  for (const { id, config, reach } of team.calendars) add(id, [...secretsOfCalendar(config), ...secretsOfReach(reach)]);
  return used;
}
