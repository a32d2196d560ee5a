import type { ReactNode } from "react";
import type { RunbookDocument, RunbookReason } from "../../shared/rpc/runbook-contract.ts";
import { Ticking } from "../components/ticking.tsx";
import { reasonWords } from "../words/runbooks.ts";

/** What somebody who follows a runbook must know of it: that it is old, unfinished, or from before its address fell silent. */
const telling: readonly RunbookReason["kind"][] = ["stale", "review-due", "unwritten"];

export function RunbookNotes({ runbook }: { readonly runbook: RunbookDocument }): ReactNode {
  const reasons = runbook.reasons.filter(({ kind }) => telling.includes(kind));
  if (reasons.length === 0) return null;
  return (
    <ul className="runbook-notes">
      {reasons.map((reason) => (
        <li key={reason.kind}>
          <Ticking text={(now) => reasonWords(reason, now)} />
        </li>
      ))}
    </ul>
  );
}
