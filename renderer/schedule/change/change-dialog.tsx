import { useState, type ReactNode } from "react";
import type { Snapshot } from "../../../shared/app/snapshot-shape.ts";
import { Button } from "../../components/button.tsx";
import { Modal } from "../../components/modal.tsx";
import { useScreen, useSession } from "../../store/session-context.ts";
import { changeWords, missingWords } from "../schedule-change-words.ts";
import { shellWords } from "../../words/shell.ts";
import { ChangeFields } from "./change-fields.tsx";
import { changeOf, type ChangeForm } from "../../store/change-form.ts";
import { ChangePreview } from "./change-preview.tsx";
import { CoverPreview } from "./cover-preview.tsx";
import { latest, useAsked } from "../../store/use-asked.ts";
import { settle } from "./settle.ts";
import { WhatFailed } from "./what-failed.tsx";

export type ChangeDialogProps = { readonly form: ChangeForm; readonly onClose: () => void };

/** Asks who takes which stretch, shows what that does while one types, and writes it into the team file. */
export function ChangeDialog({ form: first, onClose }: ChangeDialogProps): ReactNode {
  const snapshot = useScreen((screen) => screen.snapshot);
  const [form, setForm] = useState(first);
  if (snapshot?.team === undefined) return null;
  return (
    <Modal title={changeWords.title} wide onClose={onClose}>
      <ChangeFields form={form} snapshot={snapshot} onChange={setForm} />
      {form.kind === "cover" ? (
        <Cover form={form} onClose={onClose} />
      ) : (
        <Change form={form} snapshot={snapshot} onChange={setForm} onClose={onClose} />
      )}
    </Modal>
  );
}

type Part = { readonly form: ChangeForm; readonly onClose: () => void };
type ChangePart = Part & { readonly snapshot: Snapshot; readonly onChange: (form: ChangeForm) => void };

function Change({ form, snapshot, onChange, onClose }: ChangePart): ReactNode {
  const { commands } = useSession();
  const [turn, setTurn] = useState(0);
  const [busy, setBusy] = useState(false);
  const change = changeOf(form, snapshot.me?.id);
  const asked = change && { schedule: form.schedule, change };
  const answer = useAsked("propose-schedule-change", asked, { revision: turn, settle });
  const proposal = latest(answer);
  const file = proposal?.kind === "proposed" ? proposal.file : undefined;
  const digest = answer.kind === "answered" && !answer.late && file?.kind === "diff" ? file.digest : undefined;
  const apply = async (): Promise<void> => {
    if (asked === undefined || digest === undefined) return;
    setBusy(true);
    const done = await commands.perform("apply-schedule-change", { ...asked, digest });
    if (done) onClose();
    else {
      setBusy(false);
      setTurn((last) => last + 1);
    }
  };
  return (
    <>
      <ChangePreview
        answer={answer}
        zone={zoneOf(snapshot, form)}
        missing={missingWords(form.kind, snapshot.me === undefined)}
        onInstead={(person) => onChange({ ...form, kind: "override", person })}
      />
      <WhatFailed command="apply-schedule-change" />
      <div className="dialog-buttons">
        <Button local onPress={onClose}>
          {shellWords.cancel}
        </Button>
        {file?.kind !== "patch" && (
          <Button
            kind="primary"
            busy={busy}
            off={digest === undefined ? changeWords.notYet : undefined}
            onPress={() => void apply()}
          >
            {changeWords.apply}
          </Button>
        )}
      </div>
    </>
  );
}

function Cover({ form, onClose }: Part): ReactNode {
  const { commands } = useSession();
  const [busy, setBusy] = useState(false);
  const note = form.why.trim();
  const { schedule, role, from, to } = form;
  const wanted = { schedule, role, from, to, ...(note !== "" && { note }) };
  const answer = useAsked("propose-cover", wanted, { settle });
  const ready = answer.kind === "answered" && answer.value.kind === "proposed";
  const ask = async (): Promise<void> => {
    setBusy(true);
    if (await commands.perform("ask-for-cover", wanted)) onClose();
    else setBusy(false);
  };
  return (
    <>
      <CoverPreview answer={answer} />
      <WhatFailed command="ask-for-cover" />
      <div className="dialog-buttons">
        <Button local onPress={onClose}>
          {shellWords.cancel}
        </Button>
        <Button kind="primary" busy={busy} off={ready ? undefined : changeWords.notYet} onPress={() => void ask()}>
          {changeWords.announce}
        </Button>
      </div>
    </>
  );
}

/** Times in the file are the schedule's. */
const zoneOf = ({ team }: Snapshot, { schedule }: ChangeForm): string =>
  team?.schedules.find(({ id }) => id === schedule)?.timezone ?? "UTC";
