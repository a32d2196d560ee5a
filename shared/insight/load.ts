import { splitWall, type Zone } from "../time/civil.ts";
import { hour } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { toWall } from "../time/zoned.ts";
import type { PersonId } from "../team/team.ts";
import type { IncidentFact } from "./incident-fact.ts";

/** What incidents took of one person. */
export type Load = {
  readonly person: PersonId;
  readonly pages: number;
  /** Pages from 22:00 to 07:00 where the person lives. */
  readonly nightPages: number;
  /** Nights, by the day on which they began, in which there was a page. */
  readonly disturbedNights: number;
  readonly acknowledged: number;
};

export type LoadQuestion = {
  readonly from: Instant;
  readonly to: Instant;
  readonly zoneOf: (person: PersonId) => Zone;
};

/** Of everybody who was paged or acknowledged, those with the most pages first. */
export function loadsOf(facts: readonly IncidentFact[], { from, to, zoneOf }: LoadQuestion): readonly Load[] {
  const people = new Map<PersonId, { pages: number; nightPages: number; nights: Set<number>; acknowledged: number }>();
  const of = (person: PersonId) => {
    let load = people.get(person);
    if (!load) people.set(person, (load = { pages: 0, nightPages: 0, nights: new Set(), acknowledged: 0 }));
    return load;
  };
  const inside = (at: Instant): boolean => at >= from && at < to;
  for (const { pages, respondedAt, respondedBy } of facts) {
    for (const { person, at } of pages) {
      if (!inside(at)) continue;
      const load = of(person);
      load.pages += 1;
      const night = nightOf(at, zoneOf(person));
      if (night === undefined) continue;
      load.nightPages += 1;
      load.nights.add(night);
    }
    if (respondedBy !== undefined && respondedAt !== undefined && inside(respondedAt)) {
      of(respondedBy).acknowledged += 1;
    }
  }
  return [...people]
    .map(([person, { nights, ...counts }]) => ({ person, ...counts, disturbedNights: nights.size }))
    .toSorted((a, b) => b.pages - a.pages || (a.person < b.person ? -1 : 1));
}

/** The day on which the night of an instant began; `undefined` by day. */
function nightOf(at: Instant, zone: Zone): number | undefined {
  const { day, time } = splitWall(toWall(zone, at));
  if (time >= 22 * hour) return day;
  return time < 7 * hour ? day - 1 : undefined;
}
