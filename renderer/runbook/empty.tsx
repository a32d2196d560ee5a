import type { ReactNode } from "react";
import type { RunbookList } from "../../shared/rpc/runbook-contract.ts";
import { OutsideLine } from "../components/outside-text.tsx";
import { Snippet } from "../components/snippet.tsx";
import { runbookWords } from "../words/runbooks.ts";
import { shellWords } from "../words/shell.ts";

/** No runbook at all: why, and how there will be some. */
export function Empty({ list: { state, folder } }: { readonly list: RunbookList }): ReactNode {
  if (state === "reading") return <p className="empty soft">{shellWords.loading}</p>;
  return (
    <section className="shelf-empty">
      <h2>{runbookWords.noFolderTitle}</h2>
      {folder !== undefined && (
        <p className={state === "ready" ? "soft" : "trouble"}>
          <OutsideLine text={folderWords(state, folder)} />
        </p>
      )}
      <p className="soft">{runbookWords.noFolderBody}</p>
      {folder === undefined && <Snippet text={runbookWords.noFolderSnippet} label={runbookWords.noFolderLabel} />}
    </section>
  );
}

function folderWords(state: RunbookList["state"], folder: string): string {
  if (state === "absent") return runbookWords.absentFolder(folder);
  return state === "unreadable" ? runbookWords.unreadableFolder(folder) : runbookWords.emptyFolderBody(folder);
}
