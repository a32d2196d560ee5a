import { useId, useState, type ReactNode } from "react";
import type { LogItem } from "../../shared/log/log-item.ts";
import { Button } from "../components/button.tsx";
import { Modal } from "../components/modal.tsx";
import { parseLinks, parseNames } from "./log-pages.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { logWords } from "./log-words.ts";
import { shellWords } from "../words/shell.ts";

/** Most characters of an entry; the contract says so. */
const longest = 10_000;
/** Incidents that can be chosen: the first of the list. */
const offered = 50;

export type LogEntryDialogProps = { readonly corrects?: LogItem | undefined; readonly onClose: () => void };

/** Writes an entry, or the correction of one, which stands beside it. */
export function LogEntryDialog({ corrects, onClose }: LogEntryDialogProps): ReactNode {
  const { commands, store } = useSession();
  const words = logWords.entry;
  const [text, setText] = useState(corrects?.text ?? "");
  const [links, setLinks] = useState("");
  const [names, setNames] = useState("");
  const [incident, setIncident] = useState("");
  const [busy, setBusy] = useState(false);
  const parsed = parseLinks(links);
  const hint = useId();

  const save = async (): Promise<void> => {
    if (text.trim() === "" || parsed === undefined || busy) return;
    setBusy(true);
    const stakeholders = parseNames(names);
    const entry = {
      text: text.trim(),
      ...(parsed.length > 0 && { links: parsed }),
      ...(stakeholders.length > 0 && { stakeholders }),
      ...(incident !== "" && { incident }),
      ...(corrects && { corrects: corrects.seq }),
    };
    // What was written stays until it is kept.
    if (!(await commands.perform("write-log", entry))) {
      setBusy(false);
      return;
    }
    store.setState(({ logWritten }) => ({ logWritten: logWritten + 1 }));
    onClose();
  };

  return (
    <Modal title={corrects ? words.correct : words.add} onClose={onClose}>
      {corrects && <p className="soft">{words.correcting}</p>}
      <Labelled label={words.text}>
        {(id) => (
          <textarea
            id={id}
            className="field"
            value={text}
            maxLength={longest}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
            }}
          />
        )}
      </Labelled>
      <Labelled label={words.links}>
        {(id) => (
          <textarea
            id={id}
            className="field log-entry-links"
            rows={2}
            value={links}
            aria-invalid={parsed === undefined}
            aria-describedby={hint}
            onChange={(event) => setLinks(event.currentTarget.value)}
          />
        )}
      </Labelled>
      <p id={hint} className="trouble" hidden={parsed !== undefined}>
        {words.badLink}
      </p>
      <Labelled label={words.stakeholders}>
        {(id) => (
          <input id={id} className="field" value={names} onChange={(event) => setNames(event.currentTarget.value)} />
        )}
      </Labelled>
      <IncidentChoice value={incident} onChange={setIncident} />
      <div className="dialog-buttons">
        <Button local onPress={onClose}>
          {shellWords.cancel}
        </Button>
        <Button kind="primary" busy={busy} onPress={() => void save()}>
          {words.save}
        </Button>
      </div>
    </Modal>
  );
}

type LabelledProps = { readonly label: string; readonly children: (id: string) => ReactNode };

function Labelled({ label, children }: LabelledProps): ReactNode {
  const id = useId();
  return (
    <div className="log-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

type ChoiceProps = { readonly value: string; readonly onChange: (id: string) => void };

function IncidentChoice({ value, onChange }: ChoiceProps): ReactNode {
  const sorted = useScreen((screen) => screen.rows.sorted);
  if (sorted.length === 0) return null;
  return (
    <Labelled label={logWords.entry.incident}>
      {(id) => (
        <select id={id} className="field" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{logWords.entry.noIncident}</option>
          {sorted.slice(0, offered).map((row) => (
            <option key={row.id} value={row.id}>
              {row.title.slice(0, 100)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
