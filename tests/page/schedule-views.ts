import type { ScheduleView } from "../../shared/schedule/schedule-view-shape.ts";
import { scheduleView } from "../../shared/schedule/schedule-view.ts";
import { findSchedule } from "../../shared/team/lookup.ts";
import type { Team } from "../../shared/team/team.ts";
import { at } from "../support/scenario.ts";

/** What a host answers for some days of Copenhagen: the first, and the one after the last. */
export function viewOf(team: Team, id: string, [first, before]: readonly [string, string]): ScheduleView {
  const schedule = findSchedule(team, id);
  if (!schedule) throw new Error(`no schedule ${id}`);
  const question = { schedule: id, zone: "Europe/Copenhagen", first, before };
  return scheduleView(team, schedule, { question, now: at("2027-03-17T09:20:00Z") });
}
