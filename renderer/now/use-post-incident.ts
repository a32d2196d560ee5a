import { useEffect, useState } from "react";
import type { PostIncidentView } from "../../shared/rpc/past-contract.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { myZone } from "../words/zone.ts";

/** The note of an incident that ended, or a draft of one; undefined until it is there, and while the incident is open. */
export function usePostIncident(id: string, ended: boolean): PostIncidentView | undefined {
  const { commands } = useSession();
  const live = useScreen((screen) => screen.link.kind === "open");
  const written = useScreen((screen) => screen.logWritten);
  const [answer, setAnswer] = useState<PostIncidentView | undefined>();
  useEffect(() => {
    if (!live || !ended) return;
    let over = false;
    void commands.ask("post-incident-note", { id, zone: myZone() }).then((reply) => {
      if (!over) setAnswer(reply.ok ? (reply.value ?? undefined) : undefined);
    });
    return () => {
      over = true;
    };
  }, [commands, live, ended, id, written]);
  return ended ? answer : undefined;
}
