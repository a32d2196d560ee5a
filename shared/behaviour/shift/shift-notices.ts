import { shiftsNotice } from "../../paging/notice-facts.ts";
import { isHeld } from "../../paging/quiet-hours.ts";
import type { PersonId, Schedule, Team } from "../../team/team.ts";
import { minute } from "../../time/duration.ts";
import { earliest, type Instant } from "../../time/instant.ts";
import { andThen, becomes, type Decision } from "../../state/decision.ts";
import { checkAtShift } from "../../state/drill.ts";
import type { Stamp } from "../../state/event.ts";
import { quietOf } from "../../state/quiet.ts";
import { whoAmI, type AppState } from "../../state/state.ts";
import { myStints } from "./my-stints.ts";
import { shiftNews } from "./shift-news.ts";
import type { ShiftsTold, ShiftTold } from "../../schedule/shift-told.ts";
import { boundariesAt, isNews, stillTold, toldOf, wakesOf, type Boundaries, type Moment } from "./shift-watch.ts";

/** Whose shifts are watched, and how long ahead they are told. */
type Watcher = { readonly team: Team; readonly me: PersonId; readonly lead: number; readonly of: string };

/** One schedule at a moment: what is near or new, and what was told of it and still holds. */
type Watched = { readonly schedule: Schedule; readonly boundaries: Boundaries; readonly told: ShiftTold };

/**
 * Tells me of the boundaries of my shifts: near, begun, near the end. One notice says all that holds now, and goes when
 * nothing does, so that what was slept through is one summary, and what is over is not told.
 */
export function shiftNotices(state: AppState, stamp: Stamp): Decision {
  const watcher = watcherOf(state);
  if (!watcher || isIdle(state, watcher, stamp.now)) return becomes(state);
  const { now } = stamp;
  const before = state.shiftsTold?.of === watcher.of ? state.shiftsTold : undefined;
  const watched = watcher.team.schedules.map((schedule) => watch(schedule, watcher, { before, now }));
  const held = isHeld(quietOf(state), now, "info");
  const news = watched.filter(({ boundaries, told }) => isNews(boundaries, told));
  if (news.length > 0 && !held) return tell(state, { watcher, watched }, stamp);
  const told = withTold(before, watcher.of, watched);
  const next = told === state.shiftsTold ? state : { ...state, shiftsTold: told };
  if (news.length === 0) markIdle(next, watcher, now);
  return isStanding(before) && !isStanding(told)
    ? { ...becomes(next), effects: [{ kind: "close-notice", key: shiftsNotice }] }
    : becomes(next);
}

/** The next instants at which my shifts may have news. */
export function shiftWake(state: AppState, now: Instant): Instant | undefined {
  const watcher = watcherOf(state);
  if (!watcher) return undefined;
  const { team, me, lead } = watcher;
  const wakes = team.schedules.flatMap((schedule) => {
    const { stints, until } = myStints(schedule, team, { me, now });
    return [until, ...wakesOf({ stints, now, lead })];
  });
  return earliest(...wakes.filter((at) => at > now));
}

function watcherOf(state: AppState): Watcher | undefined {
  const team = state.loaded?.team;
  const me = whoAmI(state);
  if (!team || me === undefined) return undefined;
  return { team, me, lead: state.settings.shiftLead * minute, of: `${team.id}/${me}` };
}

/** Whoever is new to Baton knows of the shift that they are in. */
function watch(
  schedule: Schedule,
  { team, me, lead }: Watcher,
  { before, now }: { readonly before: ShiftsTold | undefined; readonly now: Instant },
): Watched {
  const moment: Moment = { stints: myStints(schedule, team, { me, now }).stints, now, lead };
  const kept = before?.schedules[schedule.id] ?? {};
  const { began } = boundariesAt(moment, kept);
  const told = before ? stillTold(kept, moment) : toldOf(kept, { ...(began && { began }) });
  return { schedule, told, boundaries: boundariesAt(moment, told) };
}

type Telling = { readonly watcher: Watcher; readonly watched: readonly Watched[] };

function tell(state: AppState, { watcher, watched }: Telling, stamp: Stamp): Decision {
  const { now } = stamp;
  const checks = state.settings.shiftCheck;
  const news = watched.flatMap(({ schedule, boundaries }) => shiftNews(boundaries, { team: watcher.team, schedule }));
  const told = watched.map((one) => ({ ...one, told: toldOf(one.told, one.boundaries) }));
  const onShift = news.some(({ what }) => what !== "soon");
  const order = {
    facts: { kind: "shifts", key: shiftsNotice, news, check: checks ? "runs" : "asked" },
    now,
    sound: state.settings.sound && onShift ? "notice" : "none",
    sticky: false,
  } as const;
  const decision: Decision = {
    state: { ...state, shiftsTold: withTold(undefined, watcher.of, told) },
    effects: [{ kind: "show-notice", order }],
    entries: [{ at: now, kind: "shift-told", body: { me: watcher.me, news: news.map(entryOf) } }],
  };
  const began = news.some(({ what, role }) => what === "began" && role === "primary");
  return began && checks ? andThen(decision, (next) => checkAtShift(next, stamp)) : decision;
}

const entryOf = ({ what, schedule, role, at }: ReturnType<typeof shiftNews>[number]) => ({ what, schedule, role, at });

const isStanding = (told: ShiftsTold | undefined): boolean =>
  Object.values(told?.schedules ?? {}).some(({ soon, ends }) => soon !== undefined || ends !== undefined);

/** The same object where nothing in it changed, so that nothing is written. */
function withTold(before: ShiftsTold | undefined, of: string, watched: readonly Watched[]): ShiftsTold {
  const schedules = Object.fromEntries(watched.map(({ schedule, told }) => [schedule.id, told]));
  const told = { of, schedules };
  return before && JSON.stringify(before) === JSON.stringify(told) ? before : told;
}

/** A stretch of time without news, as long as the same is known of the same shifts. */
type IdleSpan = { readonly watcher: Watcher; readonly from: Instant; readonly until: Instant | undefined };

const idleSpans = new WeakMap<ShiftsTold, IdleSpan>();

function markIdle(state: AppState, watcher: Watcher, now: Instant): void {
  if (state.shiftsTold) idleSpans.set(state.shiftsTold, { watcher, from: now, until: shiftWake(state, now) });
}

function isIdle({ shiftsTold }: AppState, { team, of, lead }: Watcher, now: Instant): boolean {
  const idle = shiftsTold && idleSpans.get(shiftsTold);
  if (idle?.watcher.team !== team || idle.watcher.of !== of || idle.watcher.lead !== lead) return false;
  return idle.from <= now && (idle.until === undefined || now < idle.until);
}
