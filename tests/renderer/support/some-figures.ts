import { insightView } from "../../../shared/behaviour/insight/insight-view.ts";
import type { InsightView } from "../../../shared/insight/insight-shape.ts";
import { week } from "../../../shared/time/duration.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { someIncidents } from "../../support/some-incidents.ts";
import { service, team, weekly } from "../../support/team-builder.ts";

const inTurns = weekly();
const declared = team({
  // The pictures are of today, whenever that is.
  schedules: [{ ...inTurns, rotations: inTurns.rotations.map((one) => ({ ...one, start: "2020-01-06" })) }],
  timezone: "Europe/Copenhagen",
  services: [
    service("agg-profit", { name: "Aggregate Profit for Investors" }),
    service("growth", { name: "Growth" }),
    service("engagement", { name: "Engagement" }),
  ],
});

/** The figures that a host would give for the last weeks, of incidents that are the same every time. */
export function someFigures(
  now: Instant,
  { weeks, count }: { readonly weeks: number; readonly count: number },
): InsightView {
  const facts = someIncidents({
    until: now,
    count,
    days: weeks * 7,
    services: declared.services.map(({ id }) => id),
    people: declared.people.map(({ id }) => id),
  });
  return insightView(declared, facts, { from: after(now, -weeks * week), to: now, now });
}
