import type { IncidentFact } from "../../shared/insight/incident-fact.ts";
import { severities, type PersonId, type ServiceId } from "../../shared/team/team.ts";
import { day, hour, minute } from "../../shared/time/duration.ts";
import { after, type Instant } from "../../shared/time/instant.ts";

type Wanted = {
  readonly until: Instant;
  readonly count: number;
  readonly days: number;
  readonly services: readonly ServiceId[];
  readonly people: readonly PersonId[];
};

/** Incidents as a team has them, the same ones every time: more on weekday mornings, some noise, some late, some by night. */
export function someIncidents({ until, count, days, services, people }: Wanted): readonly IncidentFact[] {
  const pick = <T>(from: readonly T[], place: number): T | undefined => from[place % from.length];
  return Array.from({ length: count }, (_, index) => {
    // A small generator with a fixed seed: the pictures and figures stay what they are.
    const random = (salt: number): number =>
      ((Math.imul(index + 1, 2_654_435_761) ^ Math.imul(salt, 40_503)) >>> 8) % 1_000;
    const spread = days * day - 1_000 * minute;
    const openedAt = after(until, -Math.floor((spread * (random(1) + index / count)) / 1_001) - random(2) * minute);
    const service = pick(services, random(3));
    const person = pick(people, random(4)) ?? "nobody";
    const noise = random(5) < 180;
    const respondedAt = after(openedAt, noise ? 30_000 : (1 + (random(6) % 45)) * minute);
    const resolvedAt = after(respondedAt, noise ? 4 * minute : (5 + random(7)) * minute);
    const unseen = noise && random(8) < 500;
    const done = resolvedAt < until;
    return {
      id: `incident-${index}`,
      source: "prod",
      key: `key-${random(9) % Math.max(3, Math.floor(count / 3))}`,
      ...(service !== undefined && { service }),
      severity: severities[random(10) < 80 ? 0 : 1 + (random(11) % 3)] ?? "minor",
      openedAt,
      ...(!unseen && respondedAt < until && { respondedAt, respondedBy: person }),
      ...(done && { resolvedAt }),
      ...(done && !noise && { resolvedBy: person }),
      respondBy: after(openedAt, 30 * minute),
      resolveBy: after(openedAt, 8 * hour),
      touched: !noise,
      pages: [{ person, at: openedAt }],
    };
  });
}
