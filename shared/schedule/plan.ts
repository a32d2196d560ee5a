import type { HolidayPolicy, LocalDate, Override, PersonId, Role, Schedule, Swap } from "../team/team.ts";
import { roles } from "../team/team.ts";
import { knownDay } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { earliest } from "../time/instant.ts";
import { toInstant } from "../time/zoned.ts";
import type { HolidayDay } from "./holidays.ts";
import { holidayDates, holidayDays, namedForHolidays } from "./holidays.ts";
import type { Site } from "./site.ts";
import { siteOf } from "./site.ts";
import type { Context, ImportedShift, Span } from "./shift.ts";

/** Somebody a number of turns later in the rotations of another role. */
export type Follower = { readonly role: Role; readonly leader: Role; readonly offset: number };

/** A schedule made ready for questions: ids looked up, wall times turned into instants. */
export type Plan = {
  readonly sites: Readonly<Record<Role, readonly Site[]>>;
  readonly followers: readonly Follower[];
  /** Roles filled by everyone who holds no other. */
  readonly others: readonly Role[];
  readonly policy: HolidayPolicy;
  readonly holidays: readonly HolidayDay[];
  readonly named: ReadonlyMap<LocalDate, PersonId>;
  readonly swaps: readonly (Span & Pick<Swap, "role" | "a" | "b">)[];
  readonly overrides: readonly (Span & Pick<Override, "role" | "person">)[];
  /** Replace the rotations, which are then left out of the plan. */
  readonly imported: readonly ImportedShift[] | undefined;
  /** When calendars leave open who is on call. */
  readonly unknown: readonly Span[];
  /** Nobody is known to be on call before it; `undefined` where nobody ever is. */
  readonly begins: Instant | undefined;
};

export function planOf(declared: Schedule, context: Context): Plan {
  const { imported, unknown = [] } = declared;
  const schedule = imported ? { ...declared, rotations: [] } : declared;
  const dates = holidayDates(schedule);
  const { policy } = schedule.holidays;
  const working = {
    days: context.workingHours.days,
    except: policy === "no-cover" ? dates.map(({ date }) => knownDay(date)) : [],
  };
  const sitesOf = (role: Role): readonly Site[] =>
    schedule.rotations.flatMap((rotation) =>
      rotation.kind === "turns" && rotation.role === role ? [siteOf(rotation, schedule, { ...context, working })] : [],
    );
  const sites = { primary: sitesOf("primary"), secondary: sitesOf("secondary"), backup: sitesOf("backup") };
  const spanOf = ({ from, to }: Override | Swap): Span => ({
    from: toInstant(schedule.timezone, from),
    to: toInstant(schedule.timezone, to),
  });
  const overrides = schedule.overrides.map((override) => ({ ...override, ...spanOf(override) }));
  return {
    sites,
    followers: followersOf(schedule),
    others: schedule.rotations.flatMap((rotation) => (rotation.kind === "others" ? [rotation.role] : [])),
    policy,
    holidays: holidayDays(schedule),
    named: namedForHolidays(schedule, dates),
    swaps: schedule.swaps.map((swap) => ({ ...swap, ...spanOf(swap) })),
    overrides,
    imported,
    unknown,
    begins: earliest(
      ...(imported ?? []).map(({ from }) => from),
      ...roles.flatMap((role) => sites[role].map(({ begins }) => begins)),
      ...overrides.map(({ from }) => from),
    ),
  };
}

/** Who follows a follower follows its leader, by the sum of the offsets. */
function followersOf(schedule: Schedule): readonly Follower[] {
  const taking = new Set(schedule.rotations.flatMap((rotation) => (rotation.kind === "turns" ? [rotation.role] : [])));
  return schedule.rotations.flatMap((rotation) => {
    if (rotation.kind !== "offset") return [];
    let [leader, offset] = [rotation.follow, rotation.offset];
    // As many steps as there are roles: a circle of followers has no leader and is left out.
    for (const _ of roles) {
      if (taking.has(leader)) return [{ role: rotation.role, leader, offset }];
      const next = schedule.rotations.find((other) => other.kind === "offset" && other.role === leader);
      if (next?.kind !== "offset") return [];
      [leader, offset] = [next.follow, offset + next.offset];
    }
    return [];
  });
}
