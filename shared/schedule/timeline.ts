import type { Role } from "../team/team.ts";
import { roles } from "../team/team.ts";
import { dateOf, dayOf } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { instant } from "../time/instant.ts";
import type { Plan } from "./plan.ts";
import type { Holder, Moment, Pieces, Roster } from "./roster.ts";
import { hasGap, nobody, rosterAt } from "./roster.ts";
import type { Span } from "./shift.ts";
import { follow } from "./shift.ts";
import type { Piece } from "./site.ts";
import { piecesOf } from "./site.ts";

/** Whether somebody is on call, nobody need be, or somebody should be and is not. */
export type CoverState = "covered" | "off-hours" | "gap";

/** A stretch of one UTC year in which nothing changes. */
export type Segment = Span & {
  readonly state: CoverState;
  readonly roster: Roster;
  readonly year: number;
  readonly index: number;
};

/** All of a schedule's segments, made year by year as they are asked for. */
export type Timeline = {
  readonly at: (at: Instant) => Segment;
  readonly next: (segment: Segment) => Segment;
  readonly previous: (segment: Segment) => Segment;
};

const dayLength = 86_400_000;
/** The dates of a team file end in 2199. An end of time keeps every shift finite. */
const lastYear = 2200;

export function timelineOf(plan: Plan): Timeline {
  const years = new Map<number, readonly Segment[]>();
  const segmentsOf = (year: number): readonly Segment[] => {
    let segments = years.get(year);
    if (!segments) years.set(year, (segments = segmentsIn(plan, year)));
    return segments;
  };
  return {
    at: (at) => containing(segmentsOf(yearOf(at)), at),
    next: ({ year, index }) => segmentsOf(year)[index + 1] ?? existing(segmentsOf(year + 1)[0]),
    previous: ({ year, index }) => segmentsOf(year)[index - 1] ?? existing(segmentsOf(year - 1).at(-1)),
  };
}

const yearOf = (at: Instant): number => dateOf(Math.floor(at / dayLength)).year;

const newYear = (year: number): Instant => instant(dayOf({ year, month: 1, day: 1 }) * dayLength);

function containing(segments: readonly Segment[], at: Instant): Segment {
  let [low, high] = [0, segments.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((segments[middle]?.from ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  return existing(segments[low]);
}

/** A year always has a segment. */
function existing(segment: Segment | undefined): Segment {
  if (!segment) throw new RangeError("a year without segments");
  return segment;
}

function segmentsIn(plan: Plan, year: number): readonly Segment[] {
  const span = { from: newYear(year), to: newYear(year + 1) };
  if (plan.begins === undefined || plan.begins >= span.to || year > lastYear) {
    return [{ ...span, state: "off-hours", roster: nobody, year, index: 0 }];
  }
  const turns = turnsIn(plan, span);
  const meets = (other: Span): boolean => other.from < span.to && span.from < other.to;
  const found = {
    holidays: plan.holidays.filter(meets),
    imported: (plan.imported ?? []).filter(meets),
    swaps: plan.swaps.filter(meets),
    overrides: plan.overrides.filter(meets),
  };
  const begun = roles.flatMap((role) => plan.sites[role].map(({ begins }) => ({ from: begins, to: begins })));
  const edges = edgesOf(span, [...begun, ...roles.flatMap((role) => turns[role]), ...Object.values(found).flat()]);
  const pieceAt = piecesAt(turns);
  const segments: Segment[] = [];
  for (const [position, from] of edges.entries()) {
    const to = edges[position + 1] ?? span.to;
    const applies = (other: Span): boolean => other.from <= from && from < other.to;
    const moment: Moment = {
      pieces: pieceAt(from),
      holiday: found.holidays.find(applies),
      imported: found.imported.filter(applies),
      swaps: found.swaps.filter(applies),
      overrides: found.overrides.filter(applies),
    };
    const roster = rosterAt(plan, moment);
    const state = stateOf(roster, hasGap(plan, roster, { ...moment, from }));
    append(segments, { from, to, state, roster, year, index: segments.length });
  }
  return segments;
}

type Turnlists = Readonly<Record<Role, readonly Piece[]>>;

function turnsIn(plan: Plan, span: Span): Turnlists {
  const of = (role: Role): readonly Piece[] => piecesOf(plan.sites[role], span);
  return { primary: of("primary"), secondary: of("secondary"), backup: of("backup") };
}

/** The ascending instants within the span at which anything begins or ends, its beginning first. */
function edgesOf(span: Span, parts: readonly Span[]): readonly Instant[] {
  const edges = new Set<Instant>([span.from]);
  for (const { from, to } of parts) {
    if (from > span.from && from < span.to) edges.add(from);
    if (to > span.from && to < span.to) edges.add(to);
  }
  return [...edges].toSorted((a, b) => a - b);
}

/** The pieces at ascending instants. */
function piecesAt(turns: Turnlists): (at: Instant) => Pieces {
  const [primary, secondary, backup] = [follow(turns.primary), follow(turns.secondary), follow(turns.backup)];
  return (at) => ({ primary: primary(at), secondary: secondary(at), backup: backup(at) });
}

function stateOf(roster: Roster, gap: boolean): CoverState {
  if (gap) return "gap";
  return roles.some((role) => roster[role].length > 0) ? "covered" : "off-hours";
}

function append(segments: Segment[], segment: Segment): void {
  const last = segments.at(-1);
  const unchanged =
    last?.state === segment.state &&
    roles.every(
      (role) =>
        last.roster[role].length === segment.roster[role].length &&
        last.roster[role].every((holder, index) => isSame(holder, segment.roster[role][index])),
    );
  if (last && unchanged) segments[last.index] = { ...last, to: segment.to };
  else segments.push(segment);
}

/** True for the same person in the same role for the same cause. */
export const isSame = (a: Holder, b: Holder | undefined): boolean =>
  a.person === b?.person && a.because === b.because && a.holiday === b.holiday && a.turn === b.turn;
