import type { ReactNode } from "react";
import { viewWords } from "../../words/shell.ts";

/** Runbooks. */
export function RunbooksView(): ReactNode {
  return (
    <section className="view" aria-label={viewWords.runbooks}>
      <h1>{viewWords.runbooks}</h1>
    </section>
  );
}
