import { memoizeLast } from "../../memoize.ts";
import { holidaySwapsNotice, type HolidaySwapNews } from "../../paging/notice-facts.ts";
import { quietEnds } from "../../paging/quiet-hours.ts";
import { holidaySwaps, type HolidaySwap } from "../../schedule/holiday-swaps.ts";
import { nameOf } from "../../team/lookup.ts";
import type { PersonId, Schedule, Team } from "../../team/team.ts";
import { day, week } from "../../time/duration.ts";
import { after, earliest, instant, type Instant } from "../../time/instant.ts";
import { andThen, becomes, type Decision } from "../../state/decision.ts";
import type { Stamp } from "../../state/event.ts";
import { quietOf } from "../../state/quiet.ts";
import { scheduleName } from "../../team/named.ts";
import { whoAmI, type AppState } from "../../state/state.ts";
import { holidaySwapAnnouncement, holidaySwapId } from "./holiday-swap-text.ts";
import { announce } from "../../state/announce.ts";

/** How long ahead a holiday swap is announced where the schedule does not say (003-5). */
const announceAhead = week;

type Due = { readonly schedule: Schedule; readonly swap: HolidaySwap };

/**
 * Announces the holiday swaps that are near, each once, and tells me of those that I am one of the two people of. A swap
 * made at the last moment is announced then; once its day has begun it is no news. Quiet puts it off: a week is time enough.
 */
export function announceHolidaySwaps(state: AppState, { now }: Stamp): Decision {
  const team = state.loaded?.team;
  if (!team) return becomes(state);
  const due = team.schedules.flatMap((schedule) =>
    swapsAhead(schedule, team, now)
      .filter(({ holiday }) => dueAt(schedule, holiday.from) <= now && now < holiday.from)
      .map((swap): Due => ({ schedule, swap })),
  );
  const fresh = due.filter(({ schedule, swap }) => !state.announcements.has(holidaySwapId(swap, { team, schedule })));
  if (fresh.length === 0 || quietEnds(quietOf(state), now) !== undefined) return becomes(state);
  const announced = fresh.reduce<Decision>(
    (decision, { schedule, swap }) =>
      andThen(decision, (next) => {
        const announcement = holidaySwapAnnouncement(swap, { team, schedule });
        return announce(next, { announcement, now, until: swap.holiday.to });
      }),
    becomes(state),
  );
  return andThen(announced, (next) => tellMe(next, { team, due: fresh }, now));
}

/** When the next holiday swap is to be announced. */
export function holidaySwapWake(state: AppState, now: Instant): Instant | undefined {
  const team = state.loaded?.team;
  if (!team) return undefined;
  const wakes = team.schedules.flatMap((schedule) => [
    nextPart(now),
    ...swapsAhead(schedule, team, now).map(({ holiday }) => dueAt(schedule, holiday.from)),
  ]);
  return earliest(...wakes.filter((at) => at > now));
}

const dueAt = ({ holidays }: Schedule, from: Instant): Instant => after(from, -(holidays.announce ?? announceAhead));

type Concerned = { readonly team: Team; readonly due: readonly Due[] };

function tellMe(state: AppState, { team, due }: Concerned, now: Instant): Decision {
  const me = whoAmI(state);
  const swaps = me === undefined ? [] : due.flatMap((one) => newsFor(me, one, team));
  if (swaps.length === 0) return becomes(state);
  const order = {
    facts: { kind: "holiday-swaps", key: holidaySwapsNotice, swaps },
    now,
    sound: "none",
    sticky: false,
  } as const;
  return { ...becomes(state), effects: [{ kind: "show-notice", order }] };
}

function newsFor(me: PersonId, { schedule, swap }: Due, team: Team): readonly HolidaySwapNews[] {
  return swap.reliefs
    .filter(({ person, instead }) => person === me || instead === me)
    .map(({ person, instead, from, to }) => ({
      holiday: swap.holiday.name,
      ...(team.schedules.length > 1 && { scheduleName: scheduleName(schedule) }),
      mine: person === me ? "covers" : "covered",
      other: nameOf(team, person === me ? instead : person),
      from,
      to,
    }));
}

const partLength = 30 * day;
const nextPart = (now: Instant): Instant => instant((Math.floor(now / partLength) + 1) * partLength);

const swapsOf = memoizeLast<readonly HolidaySwap[]>();

/** The swaps of a schedule that can fall due within a part of time, found once for all of it. */
function swapsAhead(schedule: Schedule, team: Team, now: Instant): readonly HolidaySwap[] {
  const part = Math.floor(now / partLength);
  return swapsOf(schedule, [team, part], () => {
    const to = after(nextPart(now), schedule.holidays.announce ?? announceAhead);
    return holidaySwaps(schedule, team, { from: instant(part * partLength), to });
  });
}
