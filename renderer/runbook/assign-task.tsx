import { useId, useState, type ReactNode } from "react";
import type { TaskView } from "../../shared/runbook/runbook-shape.ts";
import { instant } from "../../shared/time/instant.ts";
import { Button } from "../components/button.tsx";
import { Modal } from "../components/modal.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { runbookWords, taskWords } from "../words/runbooks.ts";
import { shellWords } from "../words/shell.ts";

export type AssignTaskProps = {
  readonly task: Pick<TaskView, "id" | "kind" | "title" | "owner" | "dueAt">;
  readonly onClose: () => void;
};

/** A named person and a date, so that what is put off is not forgotten. */
export function AssignTask({ task, onClose }: AssignTaskProps): ReactNode {
  const { commands } = useSession();
  const people = useScreen((screen) => screen.snapshot?.team?.people);
  const me = useScreen((screen) => screen.snapshot?.me?.id);
  const [person, setPerson] = useState(task.owner?.id ?? me ?? "");
  const [date, setDate] = useState(dateText(new Date(task.dueAt)));
  const [who, when] = [useId(), useId()];
  const isWhole = person !== "" && date !== "";
  const save = async (): Promise<void> => {
    if (!isWhole) return;
    // The end of the day, as the reader's calendar has it.
    const dueAt = instant(new Date(`${date}T23:59:00`).getTime());
    if (await commands.perform("assign-task", { task: task.id, person, dueAt })) onClose();
  };
  return (
    <Modal title={runbookWords.assignTitle} onClose={onClose}>
      <p className="soft">{taskWords(task)}</p>
      <div className="assign">
        <label htmlFor={who}>{runbookWords.laterWho}</label>
        <select id={who} className="field" value={person} onChange={(event) => setPerson(event.currentTarget.value)}>
          <option value="" />
          {people?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <label htmlFor={when}>{runbookWords.laterWhen}</label>
        <input
          id={when}
          type="date"
          className="field"
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      </div>
      <div className="dialog-buttons">
        <Button local onPress={onClose}>
          {shellWords.cancel}
        </Button>
        <Button kind="primary" off={isWhole ? undefined : runbookWords.assignTitle} onPress={() => void save()}>
          {runbookWords.laterSave}
        </Button>
      </div>
    </Modal>
  );
}

/** The date here, as a date field has it. */
const dateText = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
