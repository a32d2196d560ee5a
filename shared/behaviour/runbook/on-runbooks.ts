import type { RunbookId } from "../../runbook/runbook.ts";
import type { ServiceId } from "../../team/team.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { AppState } from "../../state/state.ts";
import type { RunbooksKnown } from "../../runbook/runbook-state.ts";

/** Takes up what there is now; of two runbooks for one service the first counts, in the order of their ids. */
export function onRunbooksKnown(state: AppState, event: RunbooksKnown): Decision {
  const { revision, known, folder, runbooks } = event;
  const byService = new Map<ServiceId, RunbookId>();
  for (const { id, services } of runbooks) {
    for (const service of services) if (!byService.has(service)) byService.set(service, id);
  }
  const byId = new Map(runbooks.map((runbook) => [runbook.id, runbook]));
  const next = { known, revision, ...(folder !== undefined && { folder }), byId, byService };
  return becomes({ ...state, runbooks: next });
}
