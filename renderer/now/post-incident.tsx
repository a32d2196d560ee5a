import { useId, type ReactNode } from "react";
import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import { Button } from "../components/button.tsx";
import { CopyButton } from "../components/copy-button.tsx";
import { NoteText } from "../components/note-text.tsx";
import { useSession } from "../store/session-context.ts";
import { pastWords } from "../words/past.ts";
import { usePostIncident } from "./use-post-incident.ts";

/** After an incident has ended: what was learnt, or one quiet button to write it down. */
export function PostIncident({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const { store } = useSession();
  const view = usePostIncident(incident.id, incident.standing === "resolved");
  const heading = useId();
  if (view === undefined) return null;
  const { note, markdown } = view;
  const write = (
    <Button popup="dialog" onPress={() => store.setState({ dialog: { kind: "post-incident", incident: incident.id } })}>
      {note === undefined ? pastWords.write : pastWords.edit}
    </Button>
  );
  if (note === undefined) return <div className="post-incident">{write}</div>;
  return (
    <section className="post-incident" aria-labelledby={heading}>
      <h2 id={heading}>{pastWords.note}</h2>
      <NoteText note={note} />
      <div className="actions">
        {write}
        {markdown !== undefined && <CopyButton text={() => markdown} words={pastWords.copy} />}
      </div>
    </section>
  );
}
