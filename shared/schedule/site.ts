import type { PersonId, Schedule, Turns } from "../team/team.ts";
import type { Zone } from "../time/civil.ts";
import { knownDay, knownTime, splitWall, wallOn } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { after, instant } from "../time/instant.ts";
import { toInstant, toWall } from "../time/zoned.ts";
import type { Cadence, WorkingDays } from "./cadence.ts";
import { cadenceOf } from "./cadence.ts";
import type { Opening } from "./coverage.ts";
import { openingOf, openSpans, windowsOf } from "./coverage.ts";
import { orderOfCycle } from "./shuffle.ts";
import type { Context, Span } from "./shift.ts";
import { follow, overlap } from "./shift.ts";

/** A rotation made ready: its zone, when it is open, and whose turn it is. */
export type Site = {
  readonly zone: Zone;
  readonly cadence: Cadence;
  readonly opening: Opening;
  readonly handoffAt: number;
  /** When the first turn does: with working days, that may be after the start. Nobody is on call before it. */
  readonly begins: Instant;
  /** The order of the cycle that a turn belongs to. */
  readonly orderAt: (turn: number) => readonly PersonId[];
  /** One participant only: turns are told apart by their number. */
  readonly solo: boolean;
  /** A new order is drawn at the end of the list; lists of one or two have only one. */
  readonly shuffles: boolean;
};

/** A stretch of one turn during which its site is open. */
export type Piece = Span & { readonly site: Site; readonly turn: number };

const fortnight = 14 * 86_400_000;

export function siteOf(rotation: Turns, schedule: Schedule, known: Context & { readonly working: WorkingDays }): Site {
  const zone = rotation.timezone ?? schedule.timezone;
  const handoffAt = knownTime(rotation.handoffAt);
  const { participants } = rotation;
  const cadence = cadenceOf(rotation, known.working);
  return {
    zone,
    cadence,
    opening: rotation.coverage ? openingOf(rotation.coverage, known.workingHours) : ownOpening(rotation, known),
    handoffAt,
    begins: toInstant(zone, wallOn(cadence.firstDay(0) ?? knownDay(rotation.start), handoffAt)),
    orderAt:
      rotation.onCycleEnd === "shuffle"
        ? (turn) => orderOfCycle(schedule.id, participants, Math.floor(turn / participants.length))
        : () => participants,
    solo: new Set(participants).size === 1,
    shuffles: rotation.onCycleEnd === "shuffle" && participants.length > 2,
  };
}

/** A shift of working days lasts from its handoff to the end of working hours (002-2); any other is never closed. */
function ownOpening(rotation: Turns, { workingHours }: Context): Opening {
  if (rotation.shift.unit !== "workday") return { kind: "always" };
  return windowsOf([{ ...workingHours, from: rotation.handoffAt }]);
}

/** Whose turn it is; `undefined` where the rotation has nobody. */
export function personAt(site: Site, turn: number): PersonId | undefined {
  const order = site.orderAt(turn);
  return order[turn % order.length];
}

/**
 * Who has the turn within a span, in order, cut to the span. Of several sites the one that opened first keeps the baton
 * until it closes, then it passes to the next that opened first (000-9).
 */
export function piecesOf(sites: readonly Site[], span: Span): readonly Piece[] {
  const [only, ...others] = sites;
  if (!only) return [];
  if (others.length === 0) return openTimes(only, span).flatMap((open) => turnsWithin(only, open));
  return batonHolders(sites, span).flatMap(({ site, ...held }) => turnsWithin(site, held));
}

function openTimes(site: Site, span: Span): readonly Span[] {
  const from = instant(Math.max(span.from, site.begins));
  return from < span.to ? openSpans(site.opening, site.zone, { from, to: span.to }) : [];
}

type Held = Span & { readonly site: Site };

function batonHolders(sites: readonly Site[], span: Span): readonly Held[] {
  // Windows repeat weekly: one that is open for a fortnight never closes, so its opening is the site's beginning.
  const early = after(span.from, -fortnight);
  const open = sites.map((site) =>
    openTimes(site, { from: early, to: span.to }).map((time) => ({
      ...time,
      site,
      opened: time.from === early ? site.begins : time.from,
    })),
  );
  const openAt = open.map(follow);
  const edges = [...new Set(open.flat().flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b);
  return edges.flatMap((from, index) => {
    // Sorting is stable: of sites that opened together the one declared first holds.
    const [first] = openAt.flatMap((timeAt) => timeAt(from) ?? []).toSorted((a, b) => a.opened - b.opened);
    const to = edges[index + 1];
    const held = first && to !== undefined ? overlap({ from, to }, span) : undefined;
    return first && held ? [{ ...held, site: first.site }] : [];
  });
}

function turnsWithin(site: Site, span: Span): readonly Piece[] {
  const boundary = (turn: number): Instant | undefined => {
    const day = site.cadence.firstDay(turn);
    return day === undefined ? undefined : toInstant(site.zone, wallOn(day, site.handoffAt));
  };
  const found: Piece[] = [];
  // The handoff of the day's own turn may be later that day, and a skipped day moves it by one more.
  let turn = Math.max(0, site.cadence.turnOn(splitWall(toWall(site.zone, span.from)).day - 2));
  for (let from = boundary(turn); from !== undefined && from < span.to; turn += 1) {
    const next = boundary(turn + 1);
    const cut = overlap({ from, to: next ?? span.to }, span);
    if (cut) found.push({ ...cut, site, turn });
    from = next;
  }
  return found;
}
