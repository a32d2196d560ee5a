import type { ReactNode } from "react";
import { CopyButton } from "./copy-button.tsx";

/** Text to take along. */
export const Snippet = ({ text, label }: { readonly text: string; readonly label: string }): ReactNode => (
  <div className="snippet">
    <textarea className="snippet-text" readOnly spellCheck={false} rows={3} aria-label={label} value={text} />
    <CopyButton text={() => text} />
  </div>
);
