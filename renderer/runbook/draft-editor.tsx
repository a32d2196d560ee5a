import { lazy, Suspense, useDeferredValue, useId, useState, type ReactNode } from "react";
import type { RunbookDraft } from "../../shared/rpc/runbook-contract.ts";
import { Button } from "../components/button.tsx";
import { CopyButton } from "../components/copy-button.tsx";
import { Modal } from "../components/modal.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { useSession } from "../store/session-context.ts";
import { useAsked } from "../store/use-asked.ts";
import { copyOnlyWords, notWrittenWords, runbookWords } from "../words/runbooks.ts";
import { shellWords } from "../words/shell.ts";

const DraftPreview = lazy(async () => ({ default: (await import("./draft-preview.tsx")).DraftPreview }));

/** Most characters that a draft may have; the contract says so. */
const longest = 200_000;

export type DraftEditorProps = { readonly incident: string; readonly onClose: () => void };

/** The draft of a runbook for an incident: looked at, changed in place, and written into the folder or taken along. */
export function DraftEditor({ incident, onClose }: DraftEditorProps): ReactNode {
  // A draft that is being worked on does not change under the hand.
  const answer = useAsked("draft-runbook", { incident });
  return (
    <Modal title={runbookWords.draftTitle} wide onClose={onClose}>
      {answer.kind === "asking" && <p className="soft">{shellWords.loading}</p>}
      {answer.kind === "answered" && answer.value !== null ? (
        <Draft incident={incident} draft={answer.value} onClose={onClose} />
      ) : (
        <>
          {answer.kind !== "asking" && <p className="trouble">{runbookWords.noDraft}</p>}
          <div className="dialog-buttons">
            <Button local onPress={onClose}>
              {shellWords.close}
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}

function Draft({ incident, draft, onClose }: DraftEditorProps & { readonly draft: RunbookDraft }): ReactNode {
  const { commands, store } = useSession();
  const [text, setText] = useState(draft.text);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const preview = useDeferredValue(text);
  const field = useId();

  const write = async (): Promise<void> => {
    setBusy(true);
    const answer = await commands.ask("write-runbook-draft", { incident, text });
    setBusy(false);
    if (!answer.ok) {
      setTrouble(runbookWords.notWritten);
      return;
    }
    if (answer.value.kind === "refused") {
      setTrouble(notWrittenWords(answer.value.reason));
      return;
    }
    store.setState({ view: "runbooks", reading: { id: answer.value.id } });
    onClose();
  };
  return (
    <>
      <p className="soft">
        {draft.path === undefined ? (
          copyOnlyWords(draft.copyOnly ?? "no-folder")
        ) : (
          <OutsideLine text={runbookWords.willBe(draft.path)} limit={1_000} />
        )}
      </p>
      <div className="draft">
        <label className="unseen" htmlFor={field}>
          {runbookWords.draftText}
        </label>
        <textarea
          id={field}
          className="field mono draft-text"
          value={text}
          maxLength={longest}
          spellCheck
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <section className="draft-preview" aria-label={runbookWords.draftPreview}>
          <Suspense fallback={<p className="soft">{shellWords.loading}</p>}>
            <DraftPreview text={preview} />
          </Suspense>
        </section>
      </div>
      {trouble !== undefined && (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      )}
      <div className="dialog-buttons">
        <Button local onPress={onClose}>
          {shellWords.cancel}
        </Button>
        <CopyButton key={text} text={() => text} words={runbookWords.copyDraft} />
        {draft.path !== undefined && (
          <Button
            kind="primary"
            busy={busy}
            off={text.trim() === "" ? runbookWords.nothingToWrite : undefined}
            onPress={() => void write()}
          >
            {runbookWords.write}
          </Button>
        )}
      </div>
    </>
  );
}
