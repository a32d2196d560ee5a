import { onCall } from "./resolve.ts";
import { roles, type Person, type PersonId, type Team } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import { toLocal } from "../time/zoned.ts";
import type { Helper } from "./helpers-shape.ts";
import { scheduleName } from "../team/named.ts";

/** Everybody else of the team: who is on call first, in the order of the roles, then who is not, and who is away last. */
export function helpersOf(team: Team, me: PersonId | undefined, now: Instant): readonly Helper[] {
  const duties = dutiesNow(team, now);
  const helpers = team.people
    .filter(({ id }) => id !== me)
    .map((person) => helperOf(person, duties.get(person.id), now));
  return helpers.toSorted((a, b) => rank(a) - rank(b));
}

type Duty = NonNullable<Helper["duty"]>;

/** What each person carries now: the strongest role where they have several. */
function dutiesNow(team: Team, now: Instant): ReadonlyMap<PersonId, Duty> {
  const duties = new Map<PersonId, Duty>();
  const all = team.schedules.map((schedule) => ({ name: scheduleName(schedule), duty: onCall(schedule, team, now) }));
  for (const role of roles) {
    for (const { name, duty } of all) {
      for (const { person, to } of duty.roles[role]) {
        if (!duties.has(person)) duties.set(person, { role, schedule: name, until: to });
      }
    }
  }
  return duties;
}

function helperOf(person: Person, duty: Duty | undefined, now: Instant): Helper {
  const { id, name, timezone, email, phone, slack } = person;
  const today = toLocal(timezone, now).date;
  return {
    id,
    name,
    zone: timezone,
    ...(duty && { duty }),
    away: person.away.some(({ from, to }) => from <= today && today < to),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(slack !== undefined && { slack }),
  };
}

const rank = ({ duty, away }: Helper): number =>
  away ? roles.length + 1 : duty === undefined ? roles.length : roles.indexOf(duty.role);
