import type { ReactNode } from "react";
import { viewWords } from "../../words/shell.ts";

/** Handoff. */
export function HandoffView(): ReactNode {
  return (
    <section className="view" aria-label={viewWords.handoff}>
      <h1>{viewWords.handoff}</h1>
    </section>
  );
}
