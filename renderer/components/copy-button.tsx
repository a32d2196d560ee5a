import { useState, type ReactNode } from "react";
import { shellWords } from "../words/shell.ts";
import { Button, type ButtonProps } from "./button.tsx";
import { toClipboard } from "./clipboard.ts";

export type CopyButtonProps = Pick<ButtonProps, "kind" | "label"> & {
  readonly text: () => string;
  readonly words?: string;
  readonly icon?: ReactNode;
};

/** Takes a text along, and says whether it is on the clipboard. */
export function CopyButton({ text, words = shellWords.copy, icon, ...looks }: CopyButtonProps): ReactNode {
  const [said, setSaid] = useState<string>();
  const copy = async (): Promise<void> =>
    setSaid((await toClipboard(text())) ? shellWords.copied : shellWords.notCopied);
  return (
    <Button local {...looks} onPress={() => void copy()}>
      {icon}
      <span aria-live="polite">{said ?? words}</span>
    </Button>
  );
}
