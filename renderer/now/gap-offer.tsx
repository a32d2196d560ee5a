import { useState, type ReactNode } from "react";
import type { TaskView } from "../../shared/runbook/runbook-shape.ts";
import { Button } from "../components/button.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { AssignTask } from "../runbook/assign-task.tsx";
import { DraftEditor } from "../runbook/draft-editor.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { runbookWords } from "../words/runbooks.ts";

/** Offers that fit beside what matters now; the rest waits in the view of runbooks. */
const most = 2;

/**
 * What was resolved without a runbook: a draft is offered, or a person and a date (002-4). It stands still until it is answered, and
 * covers nothing.
 */
export function GapOffers(): ReactNode {
  const tasks = useScreen((screen) => screen.snapshot?.runbooks.tasks);
  const me = useScreen((screen) => screen.snapshot?.me?.id);
  const mine = (tasks ?? []).filter(
    (task) => task.kind === "write-runbook" && (task.owner === undefined || task.owner.id === me),
  );
  const { store } = useSession();
  if (mine.length === 0) return null;
  return (
    <section className="offers" aria-label={runbookWords.offerTitle}>
      {mine.slice(0, most).map((task) => (
        <GapOffer key={task.id} task={task} />
      ))}
      {mine.length > most && (
        <Button kind="plain" local onPress={() => store.setState({ view: "runbooks" })}>
          {runbookWords.moreTasks(mine.length - most)}
        </Button>
      )}
    </section>
  );
}

function GapOffer({ task }: { readonly task: TaskView }): ReactNode {
  const [asked, setAsked] = useState<"draft" | "later">();
  const incident = task.incidents.at(-1);
  const close = (): void => setAsked(undefined);
  return (
    <div className="offer">
      <div className="offer-words">
        <h2>{runbookWords.offerTitle}</h2>
        <p className="soft">
          <OutsideLine text={runbookWords.offerBody(task.title)} limit={400} />
        </p>
      </div>
      <div className="offer-buttons">
        {incident !== undefined && (
          <Button popup="dialog" onPress={() => setAsked("draft")}>
            {runbookWords.look}
          </Button>
        )}
        <Button kind="plain" popup="dialog" onPress={() => setAsked("later")}>
          {runbookWords.later}
        </Button>
      </div>
      {asked === "draft" && incident !== undefined && <DraftEditor incident={incident} onClose={close} />}
      {asked === "later" && <AssignTask task={task} onClose={close} />}
    </div>
  );
}
