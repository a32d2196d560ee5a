import type { PersonId, Schedule } from "../team/team.ts";
import { byTurns } from "./by-turns.ts";
import { holidayDays, type HolidayDay } from "./holidays.ts";
import { watches, type Watch } from "./resolve.ts";
import { overlap, type Context, type Span } from "./shift.ts";

/** A stretch of a holiday with somebody else as primary than the rotation names. */
export type Relief = Span & { readonly person: PersonId; readonly instead: PersonId };

/** A holiday on which policy, override or swap makes somebody else primary, in whole or in part (003-3). */
export type HolidaySwap = { readonly holiday: HolidayDay; readonly reliefs: readonly Relief[] };

/** The holiday swaps of the holidays that begin within a span, in order. */
export function holidaySwaps(schedule: Schedule, context: Context, span: Span): readonly HolidaySwap[] {
  // Without turns there is nobody that a stand-in stands in for.
  if (schedule.imported) return [];
  return holidayDays(schedule)
    .filter(({ from }) => span.from <= from && from < span.to)
    .flatMap((holiday) => {
      const reliefs = reliefsOn(schedule, context, holiday);
      return reliefs.length === 0 ? [] : [{ holiday, reliefs }];
    });
}

function reliefsOn(schedule: Schedule, context: Context, { from, to }: HolidayDay): readonly Relief[] {
  const day = { from, to };
  const turns = watches(byTurns(schedule), context, day);
  const found: Relief[] = [];
  for (const watch of watches(schedule, context, day)) {
    for (const turn of turns) {
      const relief = reliefIn(watch, turn);
      const last = found.at(-1);
      if (!relief) continue;
      const goesOn = last?.to === relief.from && last.person === relief.person && last.instead === relief.instead;
      if (goesOn) found[found.length - 1] = { ...last, to: relief.to };
      else found.push(relief);
    }
  }
  return found;
}

function reliefIn(watch: Watch, turn: Watch): Relief | undefined {
  const shared = overlap(watch, turn);
  const [person] = watch.people.primary;
  const [instead] = turn.people.primary;
  if (!shared || person === undefined || instead === undefined || person === instead) return undefined;
  return { ...shared, person, instead };
}
