import { useId, type ReactNode } from "react";
import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import { NoteText } from "../components/note-text.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { Ticking } from "../components/ticking.tsx";
import { useAsked, valueOf } from "../store/use-asked.ts";
import { pastWords, recurrenceWords, whyWords } from "../words/past.ts";

/** When this fired before, and what was written then. Nothing at all where there is no past worth reading. */
export function SeenBefore({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const heading = useId();
  const { id, standing } = incident;
  const answer = valueOf(useAsked("similar-incidents", { id }, { revision: standing }));
  if (answer?.kind !== "found" || answer.similar.length === 0) return null;
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
