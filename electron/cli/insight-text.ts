import { count } from "../../shared/text/sentence.ts";
import type { AttainmentView, InsightView, SpreadView } from "../../shared/insight/insight-shape.ts";
import { toLocal } from "../../shared/time/zoned.ts";
import { length } from "../../shared/time/phrase.ts";

/** The figures for a terminal, each with what it rests on. */
export function insightText(figures: InsightView): string {
  const { from, until, zone, opened, acknowledge, resolve, sla, noise, recurred, services, people } = figures;
  return [
    `${count(opened, "incident")} from ${toLocal(zone, from).date} to ${toLocal(zone, until).date} ${zone}`,
    `MTTA      ${spread(acknowledge, "acknowledged")}`,
    `MTTR      ${spread(resolve, "resolved")}`,
    `Respond   ${attainment(sla.respond)}`,
    `Resolve   ${attainment(sla.resolve)}`,
    `Noise     ${noise.unseen} over before anybody saw them, ${noise.waved} waved away`,
    `Came back ${recurred} within 30 days`,
    "",
    ...services.map(
      (one) =>
        `${one.name ?? "no service"}: ${count(one.opened, "incident")}, available ${(Math.floor(one.availability * 1e4) / 100).toFixed(2)} %`,
    ),
    "",
    ...people.map(
      ({ name, pages, nightPages, hours, nightHours }) =>
        `${name}: ${count(pages, "page")} (${nightPages} at night), ${Math.round(hours)} h on call (${Math.round(nightHours)} h at night)`,
    ),
  ]
    .join("\n")
    .trimEnd();
}

const spread = (of: SpreadView | undefined, what: string): string =>
  of === undefined
    ? `none ${what}`
    : `${length(of.mean)} (median ${length(of.median)}, nine of ten within ${length(of.p90)}) of ${of.count} ${what}`;

const attainment = ({ met, missed }: AttainmentView): string =>
  met + missed === 0 ? "no deadline has passed" : `${met} of ${count(met + missed, "deadline")} met`;
