import type { ReactNode } from "react";
import { useScreen } from "../store/session-context.ts";

/** What a screen reader is told: at once for a page, in its turn for the rest. */
export function LiveRegions(): ReactNode {
  const said = useScreen((screen) => screen.said);
  return (
    <div className="unseen">
      <div aria-live="assertive">{said.assertive}</div>
      <div aria-live="polite">{said.polite}</div>
    </div>
  );
}
