import { useId, useState, type ReactNode } from "react";
import type { Category } from "../../shared/log/categories.ts";
import { noteParts, type NotePart } from "../../shared/log/past-incident.ts";
import type { PostIncidentView } from "../../shared/rpc/past-contract.ts";
import { Button } from "../components/button.tsx";
import { Modal } from "../components/modal.tsx";
import { useSession } from "../store/session-context.ts";
import { categoryChoices, partWord, pastWords } from "../words/past.ts";
import { shellWords } from "../words/shell.ts";
import { usePostIncident } from "./use-post-incident.ts";

export type PostIncidentDialogProps = { readonly id: string; readonly onClose: () => void };

/** Asks the five questions, filled in as far as Baton knows the answers. */
export function PostIncidentDialog({ id, onClose }: PostIncidentDialogProps): ReactNode {
  const view = usePostIncident(id, true);
  return (
    <Modal title={pastWords.note} onClose={onClose}>
      {view === undefined ? (
        <p className="soft">{shellWords.loading}</p>
      ) : (
        <NoteForm id={id} view={view} onClose={onClose} />
      )}
    </Modal>
  );
}

type NoteFormProps = PostIncidentDialogProps & { readonly view: PostIncidentView };

/** Most characters of one answer; the contract says so. */
const longest = 10_000;

function NoteForm({ id, view, onClose }: NoteFormProps): ReactNode {
  const { commands, store } = useSession();
  const [text, setText] = useState(() => {
    const { happened, impact, cause, helped, change } = view.note ?? view.draft;
    return { happened, impact, cause, helped, change };
  });
  const [category, setCategory] = useState<Category | undefined>(view.note?.category ?? view.draft.category);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const field = useId();

  const save = async (): Promise<void> => {
    setAsked(true);
    if (category === undefined || busy) return;
    setBusy(true);
    // What was written stays until it is kept.
    if (!(await commands.perform("save-post-incident-note", { id, ...text, category }))) {
      setBusy(false);
      return;
    }
    store.setState(({ logWritten }) => ({ logWritten: logWritten + 1 }));
    onClose();
  };

  return (
    <>
      {view.note === undefined && <p className="soft">{pastWords.drafted}</p>}
      {noteParts.map((part) => (
        <Part
          key={part}
          part={part}
          value={text[part]}
          onChange={(value) => setText({ ...text, [part]: value })}
          onSave={() => void save()}
        />
      ))}
      <div className="log-field">
        <label htmlFor={field}>{pastWords.category}</label>
        <select
          id={field}
          className="field"
          value={category ?? ""}
          aria-describedby={`${field}-hint`}
          onChange={(event) => setCategory(categoryChoices.find(([one]) => one === event.currentTarget.value)?.[0])}
        >
          <option value="">{pastWords.chooseCategory}</option>
          {categoryChoices.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <p id={`${field}-hint`} className="trouble" hidden={!asked || category !== undefined}>
        {pastWords.needsCategory}
      </p>
      <div className="dialog-buttons">
        <Button local onPress={onClose}>
          {shellWords.cancel}
        </Button>
        <Button kind="primary" busy={busy} onPress={() => void save()}>
          {pastWords.save}
        </Button>
      </div>
    </>
  );
}

type PartProps = {
  readonly part: NotePart;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSave: () => void;
};

function Part({ part, value, onChange, onSave }: PartProps): ReactNode {
  const field = useId();
  return (
    <div className="log-field">
      <label htmlFor={field}>{partWord(part)}</label>
      <textarea
        id={field}
        className={part === "happened" ? "field" : "field log-entry-links"}
        value={value}
        maxLength={longest}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSave();
        }}
      />
    </div>
  );
}
