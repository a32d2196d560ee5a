import { memoizeLast } from "../memoize.ts";
import type { Duty, Roster, ServiceDuty } from "../incident/duty.ts";
import { nextHandoff, onCall } from "../schedule/resolve.ts";
import { findSchedule, findService, leadOf, peopleOf } from "../team/lookup.ts";
import type { PersonId, Role, Schedule, Service, Target, Team } from "../team/team.ts";
import { isWorkingTime } from "../time/allowance.ts";
import type { AppState } from "./state.ts";
import { earliest, type Instant } from "../time/instant.ts";

const nobody: ServiceDuty = { state: "gap", people: { primary: [], secondary: [], backup: [] } };

/** The schedule that answers for a service; the team's first one where the service, or the incident, names none. */
function scheduleOf(team: Team, service: Service | undefined): Schedule | undefined {
  const named = service?.schedule === undefined ? undefined : findSchedule(team, service.schedule);
  return named ?? team.schedules[0];
}

/** Opens the question for one team and instant. Its answers are kept, because thousands of incidents ask the same. */
export function dutyAt(team: Team, now: Instant): Duty {
  const roster = rosterAt(team, now);
  return { now, team, roster, service: (id) => (id === undefined ? undefined : findService(team, id)), ...roster };
}

/** When, after `now`, somebody's duty begins or ends next. */
export const dutyWake = ({ loaded }: AppState, now: Instant): Instant | undefined =>
  loaded && earliest(...loaded.team.schedules.map((schedule) => nextHandoff(schedule, loaded.team, now)));

const rosters = memoizeLast<Roster>();

/** The same roster for as long as the same people are on duty. */
const rosterAt = (team: Team, now: Instant): Roster =>
  rosters(team, [isWorkingTime(now, team), ...team.schedules.map((schedule) => onCall(schedule, team, now))], () =>
    makeRoster(team, now),
  );

function makeRoster(team: Team, now: Instant): Roster {
  const duties = new Map<Service | undefined, ServiceDuty>();
  const people = new Map<readonly Target[], Map<Service | undefined, readonly PersonId[]>>();
  const of = (service: Service | undefined): ServiceDuty => {
    let duty = duties.get(service);
    if (!duty) duties.set(service, (duty = serviceDuty(team, service, now)));
    return duty;
  };
  const named = (service: Service | undefined, targets: readonly Target[]): readonly PersonId[] => {
    let byService = people.get(targets);
    if (!byService) people.set(targets, (byService = new Map<Service | undefined, readonly PersonId[]>()));
    let found = byService.get(service);
    if (!found) byService.set(service, (found = peopleNamed(team, of(service), targets)));
    return found;
  };
  return { of, named };
}

const serviceDuty = (team: Team, service: Service | undefined, now: Instant): ServiceDuty =>
  service?.schedule === "working-hours"
    ? ownersOnDuty(team, service, now)
    : scheduledDuty(team, scheduleOf(team, service), now);

function scheduledDuty(team: Team, schedule: Schedule | undefined, now: Instant): ServiceDuty {
  if (!schedule) return nobody;
  const { state, roles } = onCall(schedule, team, now);
  const people = (role: Role): readonly PersonId[] => roles[role].map(({ person }) => person);
  const primary = state === "unknown" ? team.people.map(({ id }) => id) : people("primary");
  return { state, people: { primary, secondary: people("secondary"), backup: people("backup") } };
}

/** A service without on-call is its owners' business in working hours, and nobody's outside them (004-4, 004-8). */
function ownersOnDuty(team: Team, service: Service, now: Instant): ServiceDuty {
  if (!isWorkingTime(now, team)) return { ...nobody, state: "off-hours" };
  const owners = (id: string | undefined): readonly PersonId[] => (id === undefined ? [] : peopleOf(team, id));
  return {
    state: "covered",
    people: { primary: owners(service.owners.primary), secondary: owners(service.owners.secondary), backup: [] },
  };
}

function peopleNamed(team: Team, duty: ServiceDuty, targets: readonly Target[]): readonly PersonId[] {
  const named = targets.flatMap((target): readonly PersonId[] => {
    switch (target.kind) {
      case "role":
        return duty.people[target.role];
      case "person":
        return [target.person];
      case "group":
        return peopleOf(team, target.group);
      case "lead": {
        const lead = leadOf(team, target.group);
        return lead === undefined ? [] : [lead];
      }
    }
  });
  return [...new Set(named)];
}
