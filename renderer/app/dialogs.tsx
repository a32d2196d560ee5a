import { useId, useState, type ReactNode } from "react";
import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import { useIncident } from "../store/use-incident.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { keymap } from "../keys/keymap.ts";
import { keysTitle, keyWords, listKeys } from "../keys/key-words.ts";
import { escalateBody, escalateConfirm, escalateQuestion, nowWords } from "../words/now.ts";
import { shellWords } from "../words/shell.ts";
import { LogEntryDialog } from "../log/log-entry-dialog.tsx";
import { PostIncidentDialog } from "../now/post-incident-dialog.tsx";
import { Button } from "../components/button.tsx";
import { ChangeDialog } from "../schedule/change/change-dialog.tsx";
import { Modal } from "../components/modal.tsx";
import { Ticking } from "../components/ticking.tsx";

/** The one dialog that is open, if any. */
export function Dialogs(): ReactNode {
  const { store } = useSession();
  const dialog = useScreen((screen) => screen.dialog);
  const close = (): void => store.setState({ dialog: undefined });
  switch (dialog?.kind) {
    case undefined:
    case "shift":
      return null;
    case "keys":
      return <Keys onClose={close} />;
    case "escalate":
      return <Escalate id={dialog.incident} onClose={close} />;
    case "schedule-change":
      return <ChangeDialog form={dialog.form} onClose={close} />;
    case "note":
      return <Note id={dialog.incident} onClose={close} />;
    case "post-incident":
      return <PostIncidentDialog id={dialog.incident} onClose={close} />;
    case "log-entry":
      return <LogEntryDialog corrects={dialog.corrects} onClose={close} />;
  }
}

type Closing = { readonly onClose: () => void };
type OfIncident = Closing & { readonly id: string };

function Keys({ onClose }: Closing): ReactNode {
  const all = [
    ...Object.entries(keymap).map(
      ([key, action]) => [key.length === 1 ? key.toUpperCase() : "Esc", keyWords[action]] as const,
    ),
    ...listKeys,
  ];
  return (
    <Modal title={keysTitle} onClose={onClose}>
      <dl className="keys">
        {all.map(([key, words]) => (
          <div key={key + words} className="keys-row">
            <dt>
              <span className="key">{key}</span>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <div className="dialog-buttons">
        <Button local onPress={onClose}>
          {shellWords.close}
        </Button>
      </div>
    </Modal>
  );
}

function Escalate({ id, onClose }: OfIncident): ReactNode {
  const incident = useIncident(id);
  if (incident === undefined || incident === "gone") return null;
  return <EscalateNow incident={incident} onClose={onClose} />;
}

function EscalateNow({ incident, onClose }: Closing & { readonly incident: IncidentDetail }): ReactNode {
  const { commands } = useSession();
  const { escalates } = incident;
  if (escalates.kind !== "pages") {
    return (
      <Modal title={nowWords.noNextStep} onClose={onClose}>
        <div className="dialog-buttons">
          <Button local onPress={onClose}>
            {shellWords.close}
          </Button>
        </div>
      </Modal>
    );
  }
  return (
    <Modal title={escalateQuestion(escalates)} onClose={onClose}>
      <p>
        <Ticking text={(now) => escalateBody(escalates, now)} />
      </p>
      <div className="dialog-buttons">
        <Button local onPress={onClose}>
          {shellWords.cancel}
        </Button>
        <Button
          kind="primary"
          onPress={() => {
            onClose();
            void commands.perform("escalate", { id: incident.id });
          }}
        >
          {escalateConfirm(escalates)}
        </Button>
      </div>
    </Modal>
  );
}

/** Most characters that a note may have; the contract says so. */
const noteLimit = 4_000;

function Note({ id, onClose }: OfIncident): ReactNode {
  const { commands } = useSession();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const field = useId();
  const save = async (): Promise<void> => {
    if (text.trim() === "" || busy) return;
    setBusy(true);
    // What was written stays until it is kept.
    if (await commands.perform("add-note", { id, text: text.trim() })) onClose();
    else setBusy(false);
  };
  return (
    <Modal title={nowWords.addNote} onClose={onClose}>
      <label className="unseen" htmlFor={field}>
        {nowWords.notePlaceholder}
      </label>
      <textarea
        id={field}
        className="field"
        value={text}
        maxLength={noteLimit}
        placeholder={nowWords.notePlaceholder}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
        }}
      />
      <div className="dialog-buttons">
        <Button local onPress={onClose}>
          {shellWords.cancel}
        </Button>
        <Button kind="primary" busy={busy} onPress={() => void save()}>
          {nowWords.noteSave}
        </Button>
      </div>
    </Modal>
  );
}
