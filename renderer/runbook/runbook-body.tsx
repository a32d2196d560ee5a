import { useMemo, useState, type ReactNode } from "react";
import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import type { IncidentRunbook } from "../../shared/rpc/runbook-contract.ts";
import { Button } from "../components/button.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { MarkdownText } from "../markdown/markdown-text.tsx";
import { joinedPath } from "../markdown/link.ts";
import { isPageHeading, openingRange, sectionRange } from "../markdown/place.ts";
import { Checklist } from "./checklist.tsx";
import { placesOf, type Place } from "./fitting.ts";
import { RunbookOwners } from "./runbook-owners.tsx";
import { RunbookNotes } from "./runbook-notes.tsx";
import { usePicture } from "./use-picture.ts";
import { useTicks } from "./use-ticks.ts";
import { problemsOf, ProblemCard, WhatGoesWrong } from "./what-goes-wrong.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { useAsked, valueOf } from "../store/use-asked.ts";
import { matchWords, progressWords, runbookWords } from "../words/runbooks.ts";

/** The runbook of an incident, opened where it fits. */
export function RunbookBody({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const revision = useScreen((screen) => screen.snapshot?.runbooks.revision ?? 0);
  const answer = useAsked("incident-runbook", { incident: incident.id }, { revision: `${revision} ${incident.title}` });
  const found = valueOf(answer);
  if (answer.kind === "asking" || answer.kind === "nothing") return <p className="soft">{runbookWords.loading}</p>;
  if (answer.kind === "failed" && found === undefined) {
    return (
      <div>
        <p className="trouble">{runbookWords.failed}</p>
        <Button onPress={answer.again}>{runbookWords.retry}</Button>
      </div>
    );
  }
  return found?.kind === "found" ? <Found incident={incident} found={found} again={answer.again} /> : null;
}

type FoundRunbook = Extract<IncidentRunbook, { kind: "found" }>;
type FoundProps = { readonly incident: IncidentDetail; readonly found: FoundRunbook; readonly again: () => void };

function Found({ incident, found, again }: FoundProps): ReactNode {
  const { store } = useSession();
  const { runbook, fits } = found;
  const [picked, setPicked] = useState<number>();
  const places = useMemo(() => placesOf(runbook, fits), [runbook, fits]);
  const problems = useMemo(() => problemsOf(runbook, fits), [runbook, fits]);
  const { tick, tasks } = useTicks(incident.id, runbook.checklist, incident.ticks);
  const shown = picked ?? places[0]?.line;
  const done = runbook.checklist.filter(({ id }) => incident.ticks.some(({ item }) => item === id)).length;
  const read = (line: number | undefined): void =>
    store.setState({
      view: "runbooks",
      reading: { id: runbook.id, ...(line !== undefined && { aim: { line } }) },
    });
  return (
    <>
      <RunbookNotes runbook={runbook} />
      <Places places={places} shown={shown} onPick={setPicked} />
      {fits.length === 0 && <p className="soft">{runbookWords.nothingFits}</p>}
      <Section found={found} line={shown} tasks={tasks} again={again} />
      <div>
        <Button local onPress={() => read(shown)}>
          {runbookWords.readAll}
        </Button>
      </div>
      {problems.length > 0 && (
        <div className="runbook-part">
          <h3>{runbookWords.issues}</h3>
          <WhatGoesWrong problems={problems} chosen={shown} onChoose={setPicked} />
        </div>
      )}
      {runbook.checklist.length > 0 && (
        <div className="runbook-part">
          <h3>
            {runbookWords.checklist} <span className="soft">{progressWords(done, runbook.checklist.length)}</span>
          </h3>
          <Checklist items={runbook.checklist} ticks={incident.ticks} onTick={tick} />
        </div>
      )}
      {runbook.owners.length > 0 && (
        <div className="runbook-part">
          <h3>{runbookWords.owners}</h3>
          <RunbookOwners owners={runbook.owners} />
        </div>
      )}
      {runbook.slas.length > 0 && (
        <div className="runbook-part">
          <h3>{runbookWords.slas}</h3>
          <ul>
            {runbook.slas.map((sla, index) => (
              <li key={index}>
                <OutsideLine text={sla} limit={1_000} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

type PlacesProps = {
  readonly places: readonly Place[];
  readonly shown: number | undefined;
  readonly onPick: (line: number) => void;
};

/** The parts that fit, one click each, and why the shown one does. */
function Places({ places, shown, onPick }: PlacesProps): ReactNode {
  const words = places.find(({ line }) => line === shown)?.words ?? [];
  return (
    <div className="runbook-places">
      {places.length > 1 && (
        <div role="group" aria-label={runbookWords.fits} className="chips">
          {places.map((place) => (
            <button
              key={place.line}
              type="button"
              className="chip"
              aria-pressed={place.line === shown}
              onClick={() => onPick(place.line)}
            >
              <OutsideLine text={place.title} limit={80} />
            </button>
          ))}
        </div>
      )}
      {words.length > 0 && (
        <p className="soft">
          <OutsideLine text={matchWords(words)} />
        </p>
      )}
    </div>
  );
}

type SectionProps = {
  readonly found: FoundRunbook;
  readonly line: number | undefined;
  readonly tasks: ReturnType<typeof useTicks>["tasks"];
  readonly again: () => void;
};

/** The part that fits, as it was written; the beginning where none does. */
function Section({ found, line, tasks, again }: SectionProps): ReactNode {
  const { store } = useSession();
  const { runbook, fits } = found;
  const picture = usePicture(runbook.id);
  const { headings } = runbook;
  const range = useMemo(
    () => (line === undefined ? openingRange(headings) : sectionRange(headings, line)),
    [headings, line],
  );
  const problem = problemsOf(runbook, fits).find((one) => one.line === line);
  const hasHeading = headings.some((heading) => heading.line === line && isPageHeading(heading));
  if (problem !== undefined && !hasHeading) return <ProblemCard problem={problem} />;
  return (
    <div className="runbook-section">
      <MarkdownText
        key={line}
        text={runbook}
        range={range}
        top={3}
        onGone={again}
        picture={picture}
        tasks={tasks}
        onFile={(path, anchor) => {
          const id = joinedPath(runbook.id, path);
          if (id !== undefined) store.setState({ view: "runbooks", reading: { id, anchor } });
        }}
      />
    </div>
  );
}
