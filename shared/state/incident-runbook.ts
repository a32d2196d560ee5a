import type { RunbookView, TickView, Why } from "../incident/incident-runbook-shape.ts";
import type { Incident } from "../incident/incident.ts";
import { matchRunbook, type Match, type MatchedBy } from "../runbook/match.ts";
import { pageName } from "../runbook/page-name.ts";
import { shelfOf } from "../runbook/runbook-state.ts";
import { nameOf } from "../team/lookup.ts";
import type { Service } from "../team/team.ts";
import type { AppState } from "./state.ts";

/** The runbook of an incident, and how it came by it. */
export function runbookOf(state: AppState, incident: Incident, service: Service | undefined): RunbookView {
  const match = matchOf(state, incident, service);
  if (match.kind === "gap") return match;
  const why = whyOf(match.by, service);
  if (match.kind === "outside") return { kind: "outside", url: match.url, title: pageName(match.url), why };
  const title = state.runbooks.byId.get(match.id)?.title ?? pageName(match.id);
  return { kind: "found", id: match.id, title, why, ...(match.heading !== undefined && { heading: match.heading }) };
}

/** The same as a match, for those who go on to read it. */
export const matchOf = (
  state: AppState,
  { alert: { runbook } }: Pick<Incident, "alert">,
  service: Service | undefined,
): Match =>
  matchRunbook(
    { ...(runbook !== undefined && { named: runbook }), ...(service && { service }) },
    shelfOf(state.runbooks),
  );

export const whyOf = (by: MatchedBy, service: Service | undefined): Why =>
  by === "alert" || !service ? { kind: "alert" } : { kind: by, service: service.id, serviceName: service.name };

/** What was ticked for an incident, in the order in which it was. */
export function ticksOf(state: AppState, incident: string): readonly TickView[] {
  const ticks = state.ticks.get(incident)?.ticks ?? [];
  return ticks.map((tick) => ({ ...tick, byName: byName(state, tick.by) }));
}

const byName = ({ loaded }: AppState, by: string): string => (loaded ? nameOf(loaded.team, by) : by);
