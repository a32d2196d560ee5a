import { useRef, useState, type ReactNode } from "react";
import type { RunbookHit, RunbookList } from "../../shared/rpc/runbook-contract.ts";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { useKeptFocus } from "../components/keep-focus.ts";
import { useWide } from "../components/use-wide.ts";
import { useViewKeys } from "../keys/use-view-keys.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { latest, useAsked, valueOf } from "../store/use-asked.ts";
import { runbookWords, type ListFilter } from "../words/runbooks.ts";
import { viewWords } from "../words/shell.ts";
import { Empty } from "./empty.tsx";
import { entriesOf, hitEntries, stepTo, type Entry } from "./entries.ts";
import { focusActiveEntry, RunbookEntries } from "./runbook-entries.tsx";
import { ListHead } from "./list-head.tsx";
import { Reader } from "./reader.tsx";
import { TaskList } from "./task-list.tsx";

/** Every runbook of the team, and one of them: beside the list where there is room, over it where there is not. */
export function RunbooksView(): ReactNode {
  const revision = useScreen((screen) => screen.snapshot?.runbooks.revision ?? 0);
  const answer = useAsked("runbooks", {}, { revision });
  const list = valueOf(answer);
  if (list !== undefined) return <Shelf list={list} revision={revision} />;
  if (answer.kind !== "failed") return <p className="empty soft">{runbookWords.loadingList}</p>;
  return (
    <div className="empty">
      <p className="trouble">{runbookWords.listFailed}</p>
      <Button onPress={answer.again}>{runbookWords.retry}</Button>
    </div>
  );
}

function Shelf({ list, revision }: { readonly list: RunbookList; readonly revision: number }): ReactNode {
  const { store, commands } = useSession();
  const wide = useWide();
  const reading = useScreen((screen) => screen.reading);
  const [filter, setFilter] = useState<ListFilter>("all");
  const [text, setText] = useState("");
  const [active, setActive] = useState<string>();
  const detail = useRef<HTMLDivElement>(null);
  const hits = useHits(text, revision);
  const entries = hits === undefined ? entriesOf(list, filter) : hitEntries(hits);
  const covered = !wide && reading !== undefined;
  useKeptFocus(detail, focusActiveEntry);

  const open = (entry: Entry): void => {
    setActive(entry.key);
    if (entry.kind === "outside") void commands.perform("open-link", { url: entry.url });
    else if (entry.kind === "runbook") store.setState({ reading: { id: entry.row.id } });
    else if (entry.kind === "hit") store.setState({ reading: readingOf(entry.hit) });
  };
  useViewKeys((action) => {
    if (action === "close") {
      if (covered) store.setState({ reading: undefined });
      else if (text !== "") setText("");
      else if (document.activeElement instanceof HTMLInputElement) focusActiveEntry();
      else return false;
      return true;
    }
    if (action !== "next" && action !== "previous") return false;
    const entry = stepTo(entries, active ?? reading?.id, action === "next" ? 1 : -1);
    if (entry === undefined || covered) return false;
    setActive(entry.key);
    if (wide && entry.kind !== "outside") open(entry);
    return true;
  });

  const none = list.runbooks.length + list.outside.length + list.failures.length === 0;
  // Where there is no folder every service is a gap; how there will be one comes first.
  const empty = none && (list.state !== "ready" || list.gaps.length === 0);
  return (
    <div className={empty ? "view shelf shelf-bare" : "view shelf"}>
      <div className="shelf-list" inert={covered}>
        <h1 className="unseen">{viewWords.runbooks}</h1>
        {empty ? (
          <Empty list={list} />
        ) : (
          <>
            <ListHead list={list} filter={filter} onFilter={setFilter} text={text} onText={setText} />
            {hits === undefined && filter === "all" && <TaskList tasks={list.tasks} />}
            <RunbookEntries entries={entries} active={active ?? reading?.id} onActive={setActive} onOpen={open} />
          </>
        )}
      </div>
      {((wide && !empty) || covered) && (
        <div ref={detail} className={covered ? "shelf-detail shelf-detail-over" : "shelf-detail"}>
          {covered && (
            <div className="incidents-back">
              <Button kind="plain" local onPress={() => store.setState({ reading: undefined })}>
                <Icon name="back" size={14} />
                {runbookWords.back}
              </Button>
            </div>
          )}
          {reading === undefined ? (
            <p className="empty soft">{runbookWords.choose}</p>
          ) : (
            <Reader key={reading.id} reading={reading} takesFocus={covered} />
          )}
        </div>
      )}
    </div>
  );
}

const readingOf = ({ id, line }: RunbookHit) => ({ id, ...(line !== undefined && { aim: { line } }) });

/** What is found by the words, undefined while none are given. The last answer stays until the next one is there. */
function useHits(text: string, revision: number): readonly RunbookHit[] | undefined {
  const words = text.trim();
  const asked = useAsked("search-runbooks", words === "" ? undefined : { text: words.slice(0, 200) }, { revision });
  return words === "" ? undefined : (latest(asked) ?? []);
}
