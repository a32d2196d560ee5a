import type { PersonId, Role, Schedule } from "../team/team.ts";
import { roles } from "../team/team.ts";
import { day } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { after } from "../time/instant.ts";
import type { CoverState } from "./cover-state.ts";
import { planOf } from "./plan.ts";
import type { Context, Shift, Span } from "./shift.ts";
import type { Segment, Timeline } from "./timeline.ts";
import { timelineOf } from "./timeline.ts";
import type { KnownShifts } from "./whole-shift.ts";
import { wholeShift } from "./whole-shift.ts";

/** Who is on call at an instant, in order, each with the whole shift that contains it. */
export type OnCall = { readonly state: CoverState; readonly roles: Readonly<Record<Role, readonly Shift[]>> };

/** A schedule's timeline with the answers given so far. Everything in it follows from the schedule and its context. */
type Resolver = {
  readonly context: Context;
  readonly timeline: Timeline;
  readonly answers: WeakMap<Segment, OnCall>;
  readonly shifts: KnownShifts;
};

const resolvers = new WeakMap<Schedule, Resolver[]>();
/** Contexts remembered per schedule; more would keep those alive that nobody asks with any longer. */
const contextsKept = 4;
/** How far ahead a change of people is looked for. */
const farAhead = 3 * 366 * day;

/** Who is on call at an instant. A binary search, once the year has been asked about. */
export function onCall(schedule: Schedule, context: Context, at: Instant): OnCall {
  const resolver = resolverOf(schedule, context);
  return answerOf(resolver, resolver.timeline.at(at));
}

/**
 * The shifts that meet a span, by time, then role, then order within it. Shifts are whole: they may begin before the span
 * and end after it, so that a wider question never changes an answer. `clip` cuts them.
 */
export function shifts(schedule: Schedule, context: Context, span: Span): readonly Shift[] {
  if (span.from >= span.to) return [];
  const resolver = resolverOf(schedule, context);
  const found = new Set<Shift>();
  let segment = resolver.timeline.at(span.from);
  for (; segment.from < span.to; segment = resolver.timeline.next(segment)) {
    const answer = answerOf(resolver, segment);
    for (const role of roles) for (const shift of answer.roles[role]) found.add(shift);
  }
  // The order within a role is the one at the shift's own beginning, which no question can change.
  const place = ({ from, role, person }: Shift): number =>
    resolver.timeline.at(from).roster[role].findIndex((holder) => holder.person === person);
  return [...found].toSorted(
    (a, b) => a.from - b.from || roles.indexOf(a.role) - roles.indexOf(b.role) || place(a) - place(b),
  );
}

/** The next instant after `at` at which the people on call change; `undefined` where they do not within three years. */
export function nextHandoff(schedule: Schedule, context: Context, at: Instant): Instant | undefined {
  const { timeline } = resolverOf(schedule, context);
  const limit = after(at, farAhead);
  const now = timeline.at(at);
  let segment = timeline.next(now);
  while (segment.from < limit && samePeople(now, segment)) segment = timeline.next(segment);
  return segment.from < limit ? segment.from : undefined;
}

/** A stretch of time with who is on call throughout it. */
export type Watch = Span & { readonly state: CoverState; readonly people: Readonly<Record<Role, readonly PersonId[]>> };

/** A span cut wherever state, people or their order change: half-open, without holes. */
export function watches(schedule: Schedule, context: Context, span: Span): readonly Watch[] {
  const { timeline } = resolverOf(schedule, context);
  const found: Watch[] = [];
  let segment = timeline.at(span.from);
  for (; segment.from < span.to; segment = timeline.next(segment)) {
    const from = segment.from > span.from ? segment.from : span.from;
    const to = segment.to < span.to ? segment.to : span.to;
    const previous = timeline.previous(segment);
    const last = found.at(-1);
    if (last && samePeople(previous, segment)) found[found.length - 1] = { ...last, to };
    else found.push({ from, to, state: segment.state, people: peopleOf(segment) });
  }
  return found;
}

function peopleOf({ roster }: Segment): Watch["people"] {
  const of = (role: Role): readonly PersonId[] => roster[role].map(({ person }) => person);
  return { primary: of("primary"), secondary: of("secondary"), backup: of("backup") };
}

function samePeople(a: Segment, b: Segment): boolean {
  return (
    a.state === b.state &&
    roles.every(
      (role) =>
        a.roster[role].length === b.roster[role].length &&
        a.roster[role].every(({ person }, index) => person === b.roster[role][index]?.person),
    )
  );
}

function resolverOf(schedule: Schedule, context: Context): Resolver {
  const known = resolvers.get(schedule) ?? [];
  for (const resolver of known) if (isSameContext(resolver.context, context)) return resolver;
  const fresh: Resolver = {
    context,
    timeline: timelineOf(planOf(schedule, context)),
    answers: new WeakMap(),
    shifts: new WeakMap(),
  };
  resolvers.set(schedule, [fresh, ...known].slice(0, contextsKept));
  return fresh;
}

const isSameContext = (a: Context, b: Context): boolean => a.workingHours === b.workingHours;

function answerOf(resolver: Resolver, segment: Segment): OnCall {
  const known = resolver.answers.get(segment);
  if (known) return known;
  const { timeline, answers, shifts: found } = resolver;
  const of = (role: Role): readonly Shift[] =>
    segment.roster[role].map((holder) => wholeShift(found, holder, { timeline, segment, role }));
  const answer: OnCall = {
    state: segment.state,
    roles: { primary: of("primary"), secondary: of("secondary"), backup: of("backup") },
  };
  answers.set(segment, answer);
  return answer;
}
