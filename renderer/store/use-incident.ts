import { useEffect, useState } from "react";
import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import { useScreen, useSession } from "./session-context.ts";

/** Moving through the list with a held key asks for the row where it stops. Milliseconds. */
const settle = 80;

type Asked = { readonly id: string; readonly answer: IncidentDetail | "gone" };

/**
 * Everything about one incident, kept up to date: undefined until it is there, "gone" where the host does not know it. The
 * current one comes with the snapshot and needs no question.
 */
export function useIncident(id: string | undefined): IncidentDetail | "gone" | undefined {
  const { commands } = useSession();
  const current = useScreen((screen) => screen.snapshot?.current);
  const row = useScreen((screen) => (id === undefined ? undefined : screen.rows.byId.get(id)));
  const live = useScreen((screen) => screen.link.kind === "open");
  const [asked, setAsked] = useState<Asked | undefined>();
  const isCurrent = current !== undefined && current.id === id;

  useEffect(() => {
    if (id === undefined || isCurrent || !live) return;
    let over = false;
    const timer = setTimeout(() => {
      void commands.ask("incident", { id }).then((answer) => {
        if (!over && answer.ok) setAsked({ id, answer: answer.value ?? "gone" });
      });
    }, settle);
    return () => {
      over = true;
      clearTimeout(timer);
    };
    // A changed row is the host's word that there is something new to ask for.
  }, [commands, id, isCurrent, live, row]);

  if (isCurrent) return current;
  return asked?.id === id ? asked?.answer : undefined;
}
