import { useEffect, useId, useState, type ReactNode } from "react";
import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import type { Recurring } from "../../shared/rpc/past-contract.ts";
import { NoteText } from "../components/note-text.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { Ticking } from "../components/ticking.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { pastWords, recurrenceWords, whyWords } from "../words/past.ts";

/** When this fired before, and what was written then. Nothing at all where there is no past worth reading. */
export function SeenBefore({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const { commands } = useSession();
  const live = useScreen((screen) => screen.link.kind === "open");
  const [answer, setAnswer] = useState<Recurring | undefined>();
  const heading = useId();
  const { id, standing } = incident;
  useEffect(() => {
    if (!live) return;
    let over = false;
    void commands.ask("similar-incidents", { id }).then((reply) => {
      if (!over && reply.ok && reply.value.kind === "found") setAnswer(reply.value);
    });
    return () => {
      over = true;
    };
  }, [commands, live, id, standing]);
  if (answer === undefined || answer.similar.length === 0) return null;
  return (
    <section className="past" aria-labelledby={heading}>
      <h2 id={heading}>{pastWords.title}</h2>
      <p className="soft">
        <Ticking text={(now) => recurrenceWords(answer, now)} />
      </p>
      <ol>
        {answer.similar.map((past) => (
          <li key={past.id}>
            <p>
              <OutsideLine text={past.title ?? past.service ?? past.id} />
            </p>
            <p className="soft past-why">
              <Ticking text={(now) => whyWords(past, now)} />
            </p>
            {past.note !== undefined && (
              <details>
                <summary>{pastWords.readNote}</summary>
                <NoteText note={past.note} />
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
