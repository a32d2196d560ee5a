import { useState, type ReactNode } from "react";

export type SavedTextProps = {
  readonly label: string;
  readonly placeholder: string;
  /** What the host has. */
  readonly value: string;
  readonly limit?: number;
  readonly rows?: number;
  readonly disabled: boolean;
  readonly save: (text: string) => void;
};

/** A text that is kept when the field is left, or with Ctrl Enter; what is being typed is never replaced by news. */
export function SavedText({
  label,
  placeholder,
  value,
  limit = 4_000,
  rows = 2,
  disabled,
  save,
}: SavedTextProps): ReactNode {
  const [typed, setTyped] = useState<string | undefined>();
  const keep = (): void => {
    if (typed !== undefined && typed !== value) save(typed);
    setTyped(undefined);
  };
  return (
    <textarea
      className="field saved-text"
      aria-label={label}
      placeholder={placeholder}
      rows={rows}
      maxLength={limit}
      readOnly={disabled}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) keep();
      }}
    />
  );
}
