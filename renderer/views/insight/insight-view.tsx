import type { ReactNode } from "react";
import { viewWords } from "../../words/shell.ts";

/** Insight. */
export function InsightView(): ReactNode {
  return (
    <section className="view" aria-label={viewWords.insight}>
      <h1>{viewWords.insight}</h1>
    </section>
  );
}
