import type { Change } from "../../schedule/change.ts";
import { declared, peopleOf, spanOf } from "../../schedule/change.ts";
import { changeEffect } from "../../schedule/change-effect.ts";
import { changeProblems } from "../../schedule/change-problem.ts";
import type { Conflict } from "../../schedule/conflicts.ts";
import { findSchedule, nameOf } from "../../team/lookup.ts";
import type { PersonId, Schedule, ScheduleId, Team } from "../../team/team.ts";
import { day } from "../../time/duration.ts";
import { after, type Instant } from "../../time/instant.ts";
import { personRef, scheduleName } from "../../team/named.ts";
import type { AppState } from "../../state/state.ts";
import type { ChangeEffectView, ChangeProblemView } from "../../schedule/change-shape.ts";
import type { LastScheduleChange } from "../../schedule/last-change-shape.ts";

export type ChangeReview =
  | { readonly kind: "refused"; readonly problems: readonly ChangeProblemView[] }
  | { readonly kind: "good"; readonly effect: ChangeEffectView };

/** What a change would do, with names; or why it cannot be made. */
export function reviewChange(
  team: Team | undefined,
  asked: { readonly schedule: ScheduleId; readonly change: Change },
  now: Instant,
): ChangeReview {
  const schedule = team && findSchedule(team, asked.schedule);
  if (!team || !schedule) return { kind: "refused", problems: [{ kind: "no-schedule" }] };
  const question = { change: asked.change, people: team.people };
  const problems = changeProblems(schedule, team, question);
  if (problems.length > 0) return { kind: "refused", problems };
  return { kind: "good", effect: effectView(team, schedule, { ...question, now }) };
}

type Question = Parameters<typeof changeEffect>[2] & { readonly now: Instant };

function effectView(team: Team, schedule: Schedule, { now, ...question }: Question): ChangeEffectView {
  const { span, moved, fairness, conflicts, gaps } = changeEffect(schedule, team, question);
  const refs = (ids: readonly PersonId[]) => ids.map((id) => personRef(team, id));
  const conflict = conflictView(team);
  const hours = new Map(fairness.after.loads.map((load) => [load.person, load.hours]));
  const before = new Map(fairness.before.loads.map((load) => [load.person, load.hours]));
  const around = [...new Set([...before.keys(), ...hours.keys()])];
  return {
    ...span,
    past: span.to <= now,
    moved: moved.map((one) => ({ ...one, before: refs(one.before), after: refs(one.after) })),
    fairness: {
      ...fairness.span,
      index: { before: fairness.before.index, after: fairness.after.index },
      loads: around.map((id) => ({
        person: personRef(team, id),
        before: before.get(id) ?? 0,
        after: hours.get(id) ?? 0,
      })),
    },
    conflicts: { made: conflicts.made.map(conflict), mended: conflicts.mended.map(conflict) },
    gaps: { made: [...gaps.made], mended: [...gaps.mended] },
  };
}

const conflictView =
  (team: Team) =>
  ({ kind, shift, from, to, reason, substitute }: Conflict): ChangeEffectView["conflicts"]["made"][number] => ({
    kind,
    role: shift.role,
    person: personRef(team, shift.person),
    from,
    to,
    ...(reason !== undefined && { reason }),
    ...(substitute !== undefined && { substitute: personRef(team, substitute) }),
  });

/** How long the last change is offered to be undone. */
const offeredFor = day;

/** The last change of the team file in use, while undoing it is still what somebody might want. */
export function lastScheduleChange(
  { loaded, scheduleChanges }: AppState,
  now: Instant,
): LastScheduleChange | undefined {
  const last = scheduleChanges.made.at(-1);
  if (!loaded || last?.standing !== "written" || last.edit.path !== loaded.path) return undefined;
  const schedule = findSchedule(loaded.team, last.schedule);
  if (!schedule || now >= after(last.at, offeredFor)) return undefined;
  return {
    id: last.id,
    at: last.at,
    schedule: { id: schedule.id, name: scheduleName(schedule) },
    role: declared(last.change).role,
    ...spanOf(schedule, declared(last.change)),
    kind: last.change.kind,
    people: peopleOf(last.change).map((id) => nameOf(loaded.team, id)),
  };
}
