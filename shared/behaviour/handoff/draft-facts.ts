import type { Ahead, AtRisk, DraftFacts, MissingRunbook, OpenIncident } from "../../handoff/draft.ts";
import type { Duty } from "../../handoff/handoff.ts";
import type { Incident } from "../../incident/incident.ts";
import { cycleAt } from "../../schedule/cycle.ts";
import { orderOfCycle } from "../../schedule/shuffle.ts";
import { shifts } from "../../schedule/resolve.ts";
import { findSchedule, nameOf } from "../../team/lookup.ts";
import type { Schedule, Service, Team } from "../../team/team.ts";
import { day } from "../../time/duration.ts";
import { after, type Instant } from "../../time/instant.ts";
import { toLocal } from "../../time/zoned.ts";
import { personRef, scheduleName } from "../../team/named.ts";
import type { AppState } from "../../state/state.ts";
import { isOfSchedule, serviceOf } from "./of-schedule.ts";
import { openWork, type Risk } from "./open-work.ts";
import { shiftLog } from "./shift-log.ts";

/** How far ahead holidays and swaps are told. */
const aheadFor = 14 * day;

type Subject = { readonly team: Team; readonly schedule: Schedule; readonly duty: Duty; readonly now: Instant };

/** All that Baton knows of a duty that is to be handed over. Undefined where the team no longer has its schedule. */
export function draftFacts(
  state: AppState,
  duty: Duty,
  by: { readonly me: string; readonly now: Instant },
): DraftFacts | undefined {
  const team = state.loaded?.team;
  const schedule = team && findSchedule(team, duty.schedule);
  if (!schedule) return undefined;
  const subject: Subject = { team, schedule, duty, now: by.now };
  const open = openWork(state.incidents, { team, schedule: schedule.id, now: by.now });
  const nextOrder = nextOrderOf(subject);
  return {
    schedule: scheduleName(schedule),
    role: duty.role,
    from: duty.from,
    to: duty.to,
    zone: schedule.timezone,
    by: nameOf(team, by.me),
    open: open.worst.map((incident) => openIncident(team, incident)),
    others: open.count - open.worst.length,
    missing: missingRunbooks(subject, state.tasks),
    atRisk: open.atRisk.map((risk) => atRisk(team, risk)),
    ahead: aheadOf(subject),
    log: shiftLog(state, subject),
    ...(nextOrder && { nextOrder }),
  };
}

/** What may be said of an incident in public: a sensitive service keeps its titles to itself (000-15). */
const named = (
  service: Service | undefined,
  title: string,
): { readonly title?: string; readonly service?: string } => ({
  ...(!service?.sensitive && { title }),
  ...(service && { service: service.name }),
});

function openIncident(team: Team, incident: Incident): OpenIncident {
  const { id, alert, severity, standing, startedAt } = incident;
  const by = standing.kind === "acknowledged" ? nameOf(team, standing.by) : undefined;
  return {
    id,
    ...named(serviceOf(team, incident), alert.title),
    severity,
    standing: standing.kind === "resolved" ? "triggered" : standing.kind,
    ...(by !== undefined && { by }),
    since: startedAt,
  };
}

/** The runbooks that this schedule's services want, whichever shift left them to be written (002-4). */
function missingRunbooks({ team, schedule }: Subject, tasks: AppState["tasks"]): readonly MissingRunbook[] {
  return [...tasks.values()]
    .filter((task) => isOfSchedule(team, schedule.id, task))
    .toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
    .flatMap((task): readonly MissingRunbook[] => {
      const { kind, id, title, owner, dueAt, promised = false } = task;
      if (kind === "review-due") return [];
      const by = toLocal(schedule.timezone, dueAt).date;
      const whose = owner === undefined ? {} : { owner };
      const called = kind === "finish-draft" ? { title } : named(serviceOf(team, task), title);
      return [{ id, what: kind, ...called, ...whose, by, promised }];
    });
}

function atRisk(team: Team, { incident, clock, by }: Risk): AtRisk {
  const { title } = named(serviceOf(team, incident), incident.alert.title);
  return { id: incident.id, ...(title !== undefined && { title }), clock, by };
}

/** Holidays, swaps and overrides that begin soon or are under way; who merely stands by is left out. */
function aheadOf({ team, schedule, now }: Subject): readonly Ahead[] {
  return shifts(schedule, team, { from: now, to: after(now, aheadFor) }).flatMap((shift): readonly Ahead[] => {
    const { because, role, person, from, to, holiday } = shift;
    if (because === "rotation" || role === "backup" || to <= now) return [];
    return [
      { because, role, person: personRef(team, person).name, from, to, ...(holiday !== undefined && { holiday }) },
    ];
  });
}

/** The round that begins when this shift ends, where it is the last of a list that is shuffled (002-7). */
function nextOrderOf({ team, schedule, duty }: Subject): readonly string[] | undefined {
  const shuffled = schedule.rotations.find(
    (rotation) => rotation.kind === "turns" && rotation.role === "primary" && rotation.onCycleEnd === "shuffle",
  );
  if (shuffled?.kind !== "turns" || duty.role !== "primary") return undefined;
  const cycle = cycleAt(schedule, team, after(duty.to, -1));
  if (!cycle) return undefined;
  if (cycle.place !== cycle.order.length - 1) return undefined;
  const next = orderOfCycle(schedule.id, shuffled.participants, cycle.number + 1);
  return next.map((person) => nameOf(team, person));
}
