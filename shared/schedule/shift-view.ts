import { day, hour } from "../time/duration.ts";
import { after, type Instant } from "../time/instant.ts";
import { onCall, shifts, type OnCall } from "./resolve.ts";
import { roles, type PersonId, type Role, type Team } from "../team/team.ts";
import { personRef } from "../team/named.ts";
import type { ShiftView } from "./shift-shape.ts";

const lookAhead = 120 * day;
/** A shift that begins within this time is "soon". */
export const soonWithin = 12 * hour;

/** Where I stand: my role now and until when, who follows, who is on call everywhere, and my next shift. */
export function shiftView(team: Team, me: PersonId | undefined, now: Instant): ShiftView {
  const duties = team.schedules.map((schedule) => ({ schedule, duty: onCall(schedule, team, now) }));
  const onCallNow = duties.map(({ schedule, duty }) => ({
    schedule: schedule.id,
    state: duty.state,
    people: everyone(team, duty),
  }));
  if (me === undefined) return { standing: "unknown", onCallNow };
  const myNext = nextShiftOf(team, me, now);
  const common = { onCallNow, ...(myNext && { myNext }) };
  for (const role of roles) {
    for (const { schedule, duty } of duties) {
      const mine = duty.roles[role].find(({ person }) => person === me);
      if (!mine) continue;
      const next = mine.handoff === undefined ? undefined : personRef(team, mine.handoff);
      const { from, to, because } = mine;
      return {
        standing: role,
        schedule: schedule.id,
        from,
        until: to,
        because,
        ...(next && { next }),
        ...common,
      };
    }
  }
  // Whoever is on call by a calendar that cannot be read, it may be me.
  if (duties.some(({ duty }) => duty.state === "unknown")) return { standing: "unknown", ...common };
  const primary = duties.flatMap(({ duty }) => duty.roles.primary)[0];
  return { standing: "off", ...(primary && { next: personRef(team, primary.person) }), ...common };
}

const everyone = (team: Team, duty: OnCall): ShiftView["onCallNow"][number]["people"] =>
  roles.flatMap((role) => duty.roles[role].map(({ person, to }) => ({ ...personRef(team, person), role, until: to })));

function nextShiftOf(team: Team, me: PersonId, now: Instant): ShiftView["myNext"] {
  const ahead = team.schedules.flatMap((schedule) =>
    shifts(schedule, team, { from: now, to: after(now, lookAhead) })
      .filter(({ person, role, from }) => person === me && from > now && isCarried(role))
      .map(({ role, from, to }) => ({ role, schedule: schedule.id, from, to })),
  );
  return ahead.toSorted((a, b) => a.from - b.from)[0];
}

/** A backup stands by; only primary and secondary shifts are looked forward to. */
const isCarried = (role: Role): boolean => role !== "backup";
