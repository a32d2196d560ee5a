import { useState, type ReactNode } from "react";
import type { TaskView } from "../../shared/runbook/runbook-shape.ts";
import { Button } from "../components/button.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { useWide } from "../components/use-wide.ts";
import { Ticking } from "../components/ticking.tsx";
import { AssignTask } from "./assign-task.tsx";
import { DraftEditor } from "./draft-editor.tsx";
import { useSession } from "../store/session-context.ts";
import { runbookWords, taskFoot, taskWords } from "../words/runbooks.ts";

/** How many stand above the list before the rest folds away. */
const most = { wide: 3, narrow: 1 };

/** What is left to be written or reviewed, what is due first on top. */
export function TaskList({ tasks }: { readonly tasks: readonly TaskView[] }): ReactNode {
  const wide = useWide();
  const shown = wide ? most.wide : most.narrow;
  if (tasks.length === 0) return null;
  return (
    <section className="tasks" aria-label={runbookWords.tasks}>
      <h2>{runbookWords.tasks}</h2>
      <Tasks tasks={tasks.slice(0, shown)} />
      {tasks.length > shown && (
        <details>
          <summary>{runbookWords.moreTasks(tasks.length - shown)}</summary>
          <div className="tasks-more">
            <Tasks tasks={tasks.slice(shown)} />
          </div>
        </details>
      )}
    </section>
  );
}

const Tasks = ({ tasks }: { readonly tasks: readonly TaskView[] }): ReactNode => (
  <ul>
    {tasks.map((task) => (
      <li key={task.id} className="task">
        <TaskLine task={task} />
      </li>
    ))}
  </ul>
);

function TaskLine({ task }: { readonly task: TaskView }): ReactNode {
  const { store } = useSession();
  const [asked, setAsked] = useState<"assign" | "draft">();
  const incident = task.incidents[0];
  const close = (): void => setAsked(undefined);
  return (
    <>
      <p className="task-words">
        <OutsideLine text={taskWords(task)} />
      </p>
      <Ticking className="task-foot" text={(now) => taskFoot(task, now)} />
      <span className="task-actions">
        {task.runbook !== undefined && (
          <Button
            kind="plain"
            local
            label={`${runbookWords.seeRunbook}: ${task.title}`}
            onPress={() => store.setState({ reading: { id: task.runbook ?? "" } })}
          >
            {runbookWords.seeRunbook}
          </Button>
        )}
        {task.kind === "write-runbook" && incident !== undefined && (
          <Button
            kind="plain"
            popup="dialog"
            label={`${runbookWords.look}: ${task.title}`}
            onPress={() => setAsked("draft")}
          >
            {runbookWords.look}
          </Button>
        )}
        <Button
          kind="plain"
          popup="dialog"
          label={`${runbookWords.assign}: ${task.title}`}
          onPress={() => setAsked("assign")}
        >
          {runbookWords.assign}
        </Button>
      </span>
      {asked === "assign" && <AssignTask task={task} onClose={close} />}
      {asked === "draft" && incident !== undefined && <DraftEditor incident={incident} onClose={close} />}
    </>
  );
}
