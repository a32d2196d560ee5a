import { useRef, type ReactNode } from "react";
import { useRoomy, useWide } from "../components/use-wide.ts";
import { useIncident } from "../store/use-incident.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { useKeptFocus } from "../components/keep-focus.ts";
import { Button } from "../components/button.tsx";
import { Gone } from "./gone.tsx";
import { Icon } from "../components/icon.tsx";
import { CurrentIncident } from "../now/current-incident.tsx";
import { listWords } from "./list-words.ts";
import { shellWords } from "../words/shell.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { Filters } from "./filters.tsx";
import { focusActiveRow, IncidentGrid } from "./incident-grid.tsx";

/** All incidents, and one of them: beside the list where there is room, over it where there is not. */
export function IncidentsView(): ReactNode {
  const { store } = useSession();
  const wide = useWide();
  const roomy = useRoomy();
  const opened = useScreen((screen) => screen.opened);
  const active = useScreen((screen) => screen.selection.active ?? screen.visible[0]?.id);
  const shown = wide ? active : opened;
  const covered = !wide && opened !== undefined;
  const detail = useRef<HTMLDivElement>(null);
  // Back from a detail that covered the list: to the row that it was opened from.
  useKeptFocus(detail, focusActiveRow);
  return (
    <div className="view incidents">
      <div className="incidents-list" inert={covered}>
        <h1 className="unseen">{listWords.incidents}</h1>
        <Filters folded={!wide} />
        <BulkBar />
        <IncidentGrid compact={!roomy} opensOnClick={!wide} />
      </div>
      {(wide || covered) && (
        <div ref={detail} className={covered ? "incidents-detail incidents-detail-over" : "incidents-detail"}>
          {covered && (
            <div className="incidents-back">
              <Button kind="plain" local onPress={() => store.setState({ opened: undefined })}>
                <Icon name="back" size={14} />
                {listWords.back}
              </Button>
            </div>
          )}
          {shown === undefined ? (
            <p className="empty soft">{listWords.detailEmpty}</p>
          ) : (
            <Detail key={shown} id={shown} takesFocus={covered} />
          )}
        </div>
      )}
    </div>
  );
}

function Detail({ id, takesFocus }: { readonly id: string; readonly takesFocus: boolean }): ReactNode {
  const incident = useIncident(id);
  const focused = useRef(false);
  if (incident === undefined) return <p className="empty soft">{shellWords.loading}</p>;
  if (incident === "gone") return <Gone />;
  return (
    <div
      className="incidents-one"
      ref={(element) => {
        if (element === null || !takesFocus || focused.current) return;
        focused.current = true;
        element.querySelector("h1")?.focus();
      }}
    >
      <CurrentIncident incident={incident} name={listWords.detail} />
    </div>
  );
}
