import type { ReactNode } from "react";
import type { SourceView } from "../../shared/source/source-shape.ts";
import { Icon } from "./icon.tsx";

export type FreshnessProps = { readonly freshness: SourceView["freshness"]; readonly children: ReactNode };

/** Whether a source can be trusted, as sign and words. */
export function Freshness({ freshness, children }: FreshnessProps): ReactNode {
  return (
    <span className={`freshness freshness-${freshness}`}>
      <Icon name={freshness === "fresh" ? "check" : "warning"} size={14} />
      {children}
    </span>
  );
}
