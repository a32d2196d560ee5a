import { memoize } from "../memoize.ts";
import type { EscalationPolicy, Group, Person, PersonId, Schedule, Service, Sla, Team } from "./team.ts";

type Listed = { readonly id: string };

const tableOf = memoize((list: readonly Listed[]) => new Map(list.map((item) => [item.id, item])));

const byId = <T extends Listed>(list: readonly T[], id: string): T | undefined =>
  // The table is made of the very items of this list.
  tableOf(list).get(id) as T | undefined;

export const findPerson = (team: Team, id: string): Person | undefined => byId(team.people, id);
export const findGroup = (team: Team, id: string): Group | undefined => byId(team.groups, id);
export const findService = (team: Team, id: string): Service | undefined => byId(team.services, id);
export const findSchedule = (team: Team, id: string): Schedule | undefined => byId(team.schedules, id);
export const findSla = (team: Team, id: string): Sla | undefined => byId(team.slas, id);
export const findPolicy = (team: Team, id: string): EscalationPolicy | undefined => byId(team.escalations, id);

/** The people that an id of a person or group means; nobody for an id that the team does not have. */
export function peopleOf(team: Team, id: string): readonly PersonId[] {
  const person = findPerson(team, id);
  return person ? [person.id] : (findGroup(team, id)?.members ?? []);
}

/** The lead of a group, where it has one. */
export const leadOf = (team: Team, group: string): PersonId | undefined => findGroup(team, group)?.lead;

/** The name of a person or group as people say it; the id itself where the team has neither. */
export const nameOf = (team: Team, id: string): string => findPerson(team, id)?.name ?? findGroup(team, id)?.name ?? id;

/** Ids of the services that a person owns, alone or with a group. */
export const servicesOwnedBy = (team: Team, person: PersonId): readonly Service[] =>
  team.services.filter(({ owners }) =>
    [owners.primary, owners.secondary].some((owner) => owner !== undefined && peopleOf(team, owner).includes(person)),
  );
