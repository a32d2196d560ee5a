import type { ReactNode } from "react";
import { viewWords } from "../../words/shell.ts";

/** Log. */
export function LogView(): ReactNode {
  return (
    <section className="view" aria-label={viewWords.log}>
      <h1>{viewWords.log}</h1>
    </section>
  );
}
