import { myShifts, scheduleView } from "../../../shared/schedule/schedule-view.ts";
import type { ScheduleContract } from "../../../shared/rpc/schedule-contract.ts";
import type { Handlers } from "../../../shared/rpc/define.ts";
import { scheduleTable, toMarkdown } from "../../../shared/schedule/table.ts";
import { findSchedule, nameOf } from "../../../shared/team/lookup.ts";
import type { Team } from "../../../shared/team/team.ts";
import { toInstant } from "../../../shared/time/zoned.ts";
import type { Instant } from "../../../shared/time/instant.ts";

export type FakeSchedules = {
  readonly team: () => Team;
  readonly me: () => string | undefined;
  readonly now: () => Instant;
};

/** The Schedule view's questions, answered by the real engine for a team in memory. */
export function fakeSchedules({ team, me, now }: FakeSchedules): Handlers<ScheduleContract> {
  return {
    "schedule-view": (question) => {
      const schedule = findSchedule(team(), question.schedule);
      return schedule ? scheduleView(team(), schedule, { question, now: now() }) : null;
    },
    "schedule-table": ({ schedule: id, first, before }) => {
      const schedule = findSchedule(team(), id);
      if (!schedule) return null;
      const edge = (date: string) => toInstant(schedule.timezone, `${date}T00:00`);
      const span = { from: edge(first), to: edge(before) };
      const table = scheduleTable(schedule, team(), { span, nameOf: (one) => nameOf(team(), one) });
      return { markdown: toMarkdown(table) };
    },
    "my-shifts": () => {
      const person = me();
      return person === undefined ? null : myShifts(team(), person, now());
    },
  };
}
