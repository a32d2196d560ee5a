import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import { useScreen } from "./session-context.ts";
import { useAsked, valueOf } from "./use-asked.ts";

/** Moving through the list with a held key asks for the row where it stops. Milliseconds. */
const settle = 80;

/**
 * Everything about one incident, kept up to date: undefined until it is there, "gone" where the host does not know it. The
 * current one comes with the snapshot and needs no question.
 */
export function useIncident(id: string | undefined): IncidentDetail | "gone" | undefined {
  const current = useScreen((screen) => screen.snapshot?.current);
  // A changed row is the host's word that there is something new to ask for.
  const revision = useScreen((screen) => (id === undefined ? undefined : screen.rows.byId.get(id)));
  const isCurrent = current !== undefined && current.id === id;
  const asked = useAsked("incident", id === undefined || isCurrent ? undefined : { id }, {
    revision,
    settle,
    gather: settle,
  });
  if (isCurrent) return current;
  const answer = valueOf(asked);
  return answer === null ? "gone" : answer;
}
