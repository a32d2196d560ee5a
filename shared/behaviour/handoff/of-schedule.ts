import { findService } from "../../team/lookup.ts";
import type { ScheduleId, Service, ServiceId, Team } from "../../team/team.ts";

/* Which schedule answers for what: whoever hands it over hands over its incidents and tasks. */

/** An incident or a task. */
export type OfService = { readonly service?: ServiceId };

export const serviceOf = (team: Team, { service }: OfService): Service | undefined =>
  service === undefined ? undefined : findService(team, service);

/** Of the services of this schedule; what belongs to no schedule belongs to the team's first. */
export function isOfSchedule(team: Team, schedule: ScheduleId, one: OfService): boolean {
  const service = serviceOf(team, one);
  if (service?.schedule === "working-hours") return false;
  return (service?.schedule ?? team.schedules[0]?.id) === schedule;
}
