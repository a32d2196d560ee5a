import { nameOf } from "./lookup.ts";
import type { PersonRef } from "./person-ref.ts";
import type { Schedule, Team } from "./team.ts";

/** A person of the team by id and name. */
export const personRef = (team: Team, id: string): PersonRef => ({ id, name: nameOf(team, id) });

/** What people call a schedule. */
export const scheduleName = (schedule: Schedule): string => schedule.name ?? schedule.id;
