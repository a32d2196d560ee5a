import type { ScheduleQuestion } from "../../../shared/schedule/schedule-view-shape.ts";
import { myShifts, scheduleView } from "../../../shared/schedule/schedule-view.ts";
import { whoAmI, type AppState } from "../../../shared/state/state.ts";
import type { ScheduleContract } from "../../../shared/rpc/schedule-contract.ts";
import type { Handlers } from "../../../shared/rpc/define.ts";
import { investorOwners, scheduleTable, toMarkdown } from "../../../shared/schedule/table.ts";
import { findSchedule, nameOf } from "../../../shared/team/lookup.ts";
import { knownDay, wallOn } from "../../../shared/time/civil.ts";
import { toInstant } from "../../../shared/time/zoned.ts";
import type { Clock } from "../ports.ts";

type ScheduleTools = { readonly state: () => AppState; readonly clock: Pick<Clock, "now"> };

/** Answers what the Schedule view asks. */
export function scheduleHandlers({ state, clock }: ScheduleTools): Handlers<ScheduleContract> {
  const found = (id: string) => {
    const { loaded } = state();
    const schedule = loaded && findSchedule(loaded.team, id);
    return loaded && schedule ? { team: loaded.team, schedule } : undefined;
  };
  return {
    "schedule-view": (question) => {
      const one = found(question.schedule);
      return one ? scheduleView(one.team, one.schedule, { question, now: clock.now() }) : null;
    },
    "schedule-table": (question) => {
      const one = found(question.schedule);
      return one ? { markdown: markdownOf(one, question) } : null;
    },
    "my-shifts": () => {
      const { loaded } = state();
      const me = whoAmI(state());
      return loaded && me !== undefined ? myShifts(loaded.team, me, clock.now()) : null;
    },
  };
}

type Found = {
  readonly team: Parameters<typeof scheduleView>[0];
  readonly schedule: Parameters<typeof scheduleView>[1];
};

/** Weeks are the schedule's own, so its zone decides which ones the days meet. */
function markdownOf({ team, schedule }: Found, { first, before }: ScheduleQuestion): string {
  const edge = (date: string) => toInstant(schedule.timezone, wallOn(knownDay(date), 0));
  const span = { from: edge(first), to: edge(before) };
  const owners = investorOwners(team.services);
  return toMarkdown(scheduleTable(schedule, team, { span, owners, nameOf: (id) => nameOf(team, id) }));
}
