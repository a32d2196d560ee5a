import type { Role } from "../team/team.ts";
import { roles } from "../team/team.ts";
import { dateOf, dayOf } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { instant } from "../time/instant.ts";
import type { CoverState } from "./cover-state.ts";
import type { Plan } from "./plan.ts";
import type { Holder, Moment, Pieces, Roster } from "./roster.ts";
import { hasGap, isUnknown, nobody, rosterAt } from "./roster.ts";
import type { ImportedShift, Span } from "./shift.ts";
import { follow, sweep } from "./shift.ts";
import type { Piece } from "./site.ts";
import { piecesOf } from "./site.ts";

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
  const meets = (other: Span): boolean => other.from < span.to && span.from < other.to;
  const unknown = plan.unknown.filter(meets);
  const idle = plan.begins === undefined || plan.begins >= span.to;
  if (year > lastYear || (idle && unknown.length === 0)) {
    return [{ ...span, state: "off-hours", roster: nobody, year, index: 0 }];
  }
  const turns = turnsIn(plan, span);
  const found = {
    holidays: plan.holidays.filter(meets),
    imported: (plan.imported ?? []).filter(meets),
    swaps: plan.swaps.filter(meets),
    overrides: plan.overrides.filter(meets),
    unknown,
  };
  const begun = roles.flatMap((role) => plan.sites[role].map(({ begins }) => ({ from: begins, to: begins })));
  const edges = edgesOf(span, [...begun, ...roles.flatMap((role) => turns[role]), ...Object.values(found).flat()]);
  const momentAt = momentsOf(turns, found);
  const segments: Segment[] = [];
  for (const [position, from] of edges.entries()) {
    const to = edges[position + 1] ?? span.to;
    const moment = momentAt(from);
    const roster = rosterAt(plan, moment);
    append(segments, {
      from,
      to,
      state: stateAt(plan, roster, { ...moment, from }),
      roster,
      year,
      index: segments.length,
    });
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

type Found = { readonly holidays: Plan["holidays"]; readonly imported: readonly ImportedShift[] } & Pick<
  Plan,
  "swaps" | "overrides" | "unknown"
>;

/** What applies at ascending instants. */
function momentsOf(turns: Turnlists, found: Found): (at: Instant) => Moment {
  const pieceAt = piecesAt(turns);
  const [holidays, imported, unknown] = [sweep(found.holidays), sweep(found.imported), sweep(found.unknown)];
  const [swaps, overrides] = [sweep(found.swaps), sweep(found.overrides)];
  return (at) => ({
    pieces: pieceAt(at),
    holiday: holidays(at)[0],
    imported: imported(at),
    unknown: unknown(at).length > 0,
    swaps: swaps(at),
    overrides: overrides(at),
  });
}

/** The pieces at ascending instants. */
function piecesAt(turns: Turnlists): (at: Instant) => Pieces {
  const [primary, secondary, backup] = [follow(turns.primary), follow(turns.secondary), follow(turns.backup)];
  return (at) => ({ primary: primary(at), secondary: secondary(at), backup: backup(at) });
}

function stateAt(plan: Plan, roster: Roster, at: Moment & { readonly from: Instant }): CoverState {
  if (isUnknown(plan, roster, at)) return "unknown";
  if (hasGap(plan, roster, at)) return "gap";
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
