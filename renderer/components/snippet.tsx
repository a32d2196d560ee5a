import { useState, type ReactNode } from "react";
import { shellWords } from "../words/shell.ts";
import { Button } from "./button.tsx";

/** Text to take along. */
export function Snippet({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const [copied, setCopied] = useState(false);
  return (
    <div className="snippet">
      <textarea className="snippet-text" readOnly spellCheck={false} rows={3} aria-label={label} value={text} />
      <Button
        local
        onPress={() => {
          void navigator.clipboard.writeText(text).then(() => setCopied(true));
        }}
      >
        <span aria-live="polite">{copied ? shellWords.copied : shellWords.copy}</span>
      </Button>
    </div>
  );
}
