import type { ReactNode } from "react";
import type { Escalates, IncidentDetail } from "../../shared/incident/incident-shape.ts";
import { countdown } from "../../shared/time/phrase.ts";
import { DeadlineClock } from "../components/deadline-clock.tsx";
import { Ticking } from "../components/ticking.tsx";
import { deadlineWords } from "../words/incident.ts";
import { exhaustedWords, pagesWords, stepWords } from "../words/now.ts";
import { wholeMoment } from "../words/zone.ts";

/** How long there is: to respond, to resolve, and until the next person is paged. */
export function Clocks({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const { respond, resolve, escalates } = incident;
  return (
    <div className="clocks">
      {respond !== undefined && <DeadlineClock name={deadlineWords.respond} deadline={respond} />}
      {resolve !== undefined && <DeadlineClock name={deadlineWords.resolve} deadline={resolve} />}
      <EscalationClock escalates={escalates} />
    </div>
  );
}

function EscalationClock({ escalates }: { readonly escalates: Escalates }): ReactNode {
  if (escalates.kind === "none") return null;
  if (escalates.kind === "exhausted") return <p className="escalates soft">{exhaustedWords(escalates)}</p>;
  return (
    <div className="escalates" role="timer" aria-label={deadlineWords.escalates} title={wholeMoment(escalates.at)}>
      {pagesWords(escalates)} <Ticking className="escalates-number" text={(now) => countdown(escalates.at - now)} />
      <span className="soft"> · {stepWords(escalates)}</span>
    </div>
  );
}
