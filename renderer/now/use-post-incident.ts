import type { PostIncidentView } from "../../shared/rpc/past-contract.ts";
import { useScreen } from "../store/session-context.ts";
import { useAsked, valueOf } from "../store/use-asked.ts";
import { myZone } from "../words/zone.ts";

/** The note of an incident that ended, or a draft of one; undefined until it is there, and while the incident is open. */
export function usePostIncident(id: string, ended: boolean): PostIncidentView | undefined {
  const written = useScreen((screen) => screen.logWritten);
  const asked = useAsked("post-incident-note", ended ? { id, zone: myZone() } : undefined, { revision: written });
  return valueOf(asked) ?? undefined;
}
