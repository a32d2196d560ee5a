import type { AppState } from "../../../shared/state/state.ts";
import type { Incident } from "../../../shared/incident/incident.ts";
import { draftOf } from "../../../shared/runbook/draft.ts";
import { findService, findSla, nameOf } from "../../../shared/team/lookup.ts";
import { severities, type Service, type SlaTarget, type Team } from "../../../shared/team/team.ts";
import { capitalised } from "../../../shared/text/sentence.ts";
import type { Allowance } from "../../../shared/time/duration.ts";
import { length } from "../../../shared/time/phrase.ts";
import { toLocal } from "../../../shared/time/zoned.ts";
import { draftLine } from "../words/draft-words.ts";

/** The draft of a runbook for an incident, and the name of its file without the ending. */
export function draftFor(
  state: AppState,
  incident: Incident,
): { readonly text: string; readonly name: string } | undefined {
  const team = state.loaded?.team;
  if (!team) return undefined;
  const service = incident.service === undefined ? undefined : findService(team, incident.service);
  const notes = incident.timeline.flatMap(({ what }) => (what.kind === "note" ? [what.text] : []));
  const owners = [service?.owners.primary, service?.owners.secondary].filter((id) => id !== undefined);
  const text = draftOf({
    ...(service && { service: { id: service.id, name: service.name } }),
    owners: owners.map((id) => ({ id, name: nameOf(team, id) })),
    title: incident.alert.title,
    labels: incident.alert.labels,
    links: incident.alert.links,
    date: toLocal(team.timezone, incident.openedAt).date,
    timeline: timelineOf(team, incident),
    notes,
    ticks: (state.ticks.get(incident.id)?.ticks ?? []).map((tick) => tick.text),
    slas: slasOf(team, service),
  });
  return { text, name: fileName(service?.id ?? incident.alert.title) };
}

function timelineOf(team: Team, { timeline }: Incident): Parameters<typeof draftOf>[0]["timeline"] {
  return timeline.flatMap(({ at, by, what }) => {
    const line = draftLine(team, what, by);
    return line ? [{ time: toLocal(team.timezone, at).time, ...line }] : [];
  });
}

/** "Critical: answered within 1 h, resolved within 4 h." */
function slasOf(team: Team, service: Service | undefined): readonly string[] {
  const sla = service?.sla === undefined ? undefined : findSla(team, service.sla);
  if (!sla) return [];
  return [...severities, "any" as const].flatMap((severity) => {
    const target = sla.targets[severity];
    return target ? [`${severity === "any" ? "Any other" : capitalised(severity)}: ${targetWords(target)}.`] : [];
  });
}

const targetWords = ({ respond, resolve }: SlaTarget): string =>
  [
    ...(respond ? [`answered ${allowanceWords(respond)}`] : []),
    ...(resolve ? [`resolved ${allowanceWords(resolve)}`] : []),
  ].join(", ");

function allowanceWords(allowance: Allowance): string {
  if (allowance.kind === "end-of") return `by the end of the ${allowance.unit}`;
  if (allowance.kind === "wall") return `within ${length(allowance.milliseconds)}`;
  return allowance.days === 1 ? "within a working day" : `within ${String(allowance.days)} working days`;
}

/** A name that every file system takes: letters, digits and dashes. */
function fileName(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return plain === "" ? "runbook" : plain;
}
